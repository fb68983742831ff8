package tuanju.order;

import java.time.Instant;

/** An order's goods will come: its team formed, its cycle took it, or it was bought alone. */
public record OrderConfirmed(OrderFacts order, Instant at) implements OrderHappened {}
