package tuanju.payment;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.money.Money;

/** Gives money back through the outbox: requested in the transaction that decides it, carried out and retried until the provider confirms. */
@Component
public class Refunds {

    /** Requests a refund of this much of what was captured for an order. Refuses more than is left (409 refund-exceeds-payment). The same reason and key twice requests once. */
    public UUID request(CommunityId community, UUID order, Money amount, String reason, String key) {
        throw new UnsupportedOperationException();
    }

    /** What became of the refunds of an order, oldest first. */
    public List<RefundCard> of(CommunityId community, UUID order) {
        throw new UnsupportedOperationException();
    }
}
