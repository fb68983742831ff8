package tuanju.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.CommunityId;
import tuanju.money.Money;
import tuanju.outbox.Happened;

/**
 * The provider has confirmed that money went back, or it stayed here as its buyer's credit.
 *
 * @param ofOrder true when it had paid the order; false for money that found no place (paid twice, too late)
 * @param provider who gave it back; null in what was written down before anything could stay
 */
public record RefundCompleted(
        UUID refund,
        CommunityId community,
        UUID order,
        Money amount,
        boolean ofOrder,
        @Nullable String provider,
        Instant at)
        implements Happened {

    /** Whether it stayed here as credit. */
    public boolean hasStayed() {
        return Credit.NAME.equals(provider);
    }

    @Override
    public UUID subject() {
        return order;
    }
}
