package tuanju.member;

import java.time.Instant;
import java.util.UUID;
import tuanju.outbox.Happened;

/**
 * A new member of release 0.1.0, whose phone nobody had proven. Announced no more; kept so that what was stored then can
 * be read, and believed by nobody without asking whether the phone has been proven since.
 */
public record MemberSignedUp(MemberId member, Instant at) implements Happened {
    @Override
    public UUID subject() {
        return member.value();
    }
}
