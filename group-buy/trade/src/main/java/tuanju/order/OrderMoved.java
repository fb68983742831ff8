package tuanju.order;

import java.time.Instant;
import java.util.UUID;
import tuanju.outbox.Happened;

/** An order goes to another pickup point, or its bag to another door. */
public record OrderMoved(OrderFacts order, Instant at) implements Happened {
    @Override
    public UUID subject() {
        return order.order().value();
    }
}
