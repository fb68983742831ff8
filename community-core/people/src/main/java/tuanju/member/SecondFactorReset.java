package tuanju.member;

import java.time.Instant;
import java.util.UUID;
import tuanju.outbox.Happened;

/** Another operator ended this operator's second factor, and with it every session and token. */
public record SecondFactorReset(MemberId member, Instant at) implements Happened {
    @Override
    public UUID subject() {
        return member.value();
    }
}
