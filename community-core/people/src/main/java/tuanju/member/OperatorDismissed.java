package tuanju.member;

import java.time.Instant;
import java.util.UUID;
import tuanju.outbox.Happened;

/** Somebody runs the platform no more, by their own word or that of other operators. */
public record OperatorDismissed(MemberId member, Instant at) implements Happened {
    @Override
    public UUID subject() {
        return member.value();
    }
}
