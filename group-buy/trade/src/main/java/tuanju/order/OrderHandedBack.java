package tuanju.order;

import java.time.Instant;

/** A hand-over was undone at the desk. */
public record OrderHandedBack(OrderFacts order, Instant at) implements OrderHappened {}
