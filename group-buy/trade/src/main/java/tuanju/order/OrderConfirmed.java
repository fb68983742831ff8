package tuanju.order;

import java.time.Instant;
import java.util.UUID;
import tuanju.outbox.Happened;

/** An order's goods will come: its team formed, its cycle took it, or it was bought alone. */
public record OrderConfirmed(OrderFacts order, Instant at) implements Happened {
    @Override
    public UUID subject() {
        return order.order().value();
    }
}
