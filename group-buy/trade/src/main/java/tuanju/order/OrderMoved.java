package tuanju.order;

import java.time.Instant;

/** An order goes to another pickup point, or its bag to another door. */
public record OrderMoved(OrderFacts order, Instant at) implements OrderHappened {}
