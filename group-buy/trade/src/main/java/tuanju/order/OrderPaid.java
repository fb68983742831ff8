package tuanju.order;

import java.time.Instant;

/** An order's money has arrived in full. */
public record OrderPaid(OrderFacts order, Instant at) implements OrderHappened {}
