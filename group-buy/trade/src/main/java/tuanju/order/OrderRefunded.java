package tuanju.order;

import java.time.Instant;

/** A paid order's money goes back. */
public record OrderRefunded(OrderFacts order, Instant at) implements OrderHappened {}
