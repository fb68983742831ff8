package tuanju.order;

import java.time.Instant;
import java.util.UUID;
import tuanju.outbox.Happened;

/** An order's money has arrived in full. */
public record OrderPaid(OrderFacts order, Instant at) implements Happened {
    @Override
    public UUID subject() {
        return order.order().value();
    }
}
