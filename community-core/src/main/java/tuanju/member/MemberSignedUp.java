package tuanju.member;

import java.time.Instant;
import java.util.UUID;
import tuanju.database.Happened;

/** A new member exists. */
public record MemberSignedUp(MemberId member, Instant at) implements Happened {
    @Override
    public UUID subject() {
        return member.value();
    }
}
