package tuanju.member;

import java.time.Instant;
import java.util.UUID;
import tuanju.outbox.Happened;

/** A code came back from a member's phone: for the first time, or after a year. What waits for this number is theirs. */
public record PhoneProven(MemberId member, Instant at) implements Happened {
    @Override
    public UUID subject() {
        return member.value();
    }
}
