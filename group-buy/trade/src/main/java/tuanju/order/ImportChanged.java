package tuanju.order;

import java.time.Instant;
import java.util.UUID;
import tuanju.outbox.Happened;

/** An imported order holds other goods than before. */
public record ImportChanged(OrderFacts order, Instant at) implements Happened {
    @Override
    public UUID subject() {
        return order.order().value();
    }
}
