package tuanju.order;

import java.time.Instant;

/** An order was handed over; undone when OrderHandedBack follows. */
public record OrderCollected(OrderFacts order, Instant at) implements OrderHappened {}
