package tuanju.payment;

import java.time.Instant;
import java.util.UUID;
import tuanju.community.CommunityId;
import tuanju.money.Money;
import tuanju.outbox.Happened;

/**
 * The provider has confirmed that money went back.
 *
 * @param ofOrder true when it had paid the order; false for money that found no place (paid twice, too late)
 */
public record RefundCompleted(UUID refund, CommunityId community, UUID order, Money amount, boolean ofOrder, Instant at)
        implements Happened {
    @Override
    public UUID subject() {
        return order;
    }
}
