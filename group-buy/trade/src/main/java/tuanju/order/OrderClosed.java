package tuanju.order;

import java.time.Instant;

/** An order will not be paid: its time ran out, its buyer cancelled, or its late money found no place. */
public record OrderClosed(OrderFacts order, Instant at) implements OrderHappened {}
