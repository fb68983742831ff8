package tuanju.order;

import java.time.Instant;
import java.util.UUID;
import tuanju.outbox.Happened;

/** An order will not be paid: its time ran out, its buyer cancelled, or its late money found no place. */
public record OrderClosed(OrderFacts order, Instant at) implements Happened {
    @Override
    public UUID subject() {
        return order.order().value();
    }
}
