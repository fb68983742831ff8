package tuanju.member;

import java.time.Instant;
import java.util.UUID;
import tuanju.outbox.Happened;

/** A member runs the platform from now on, by the word of other operators. */
public record OperatorAppointed(MemberId member, Instant at) implements Happened {
    @Override
    public UUID subject() {
        return member.value();
    }
}
