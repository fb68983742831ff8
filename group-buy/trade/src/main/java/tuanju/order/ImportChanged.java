package tuanju.order;

import java.time.Instant;

/** An imported order holds other goods than before. */
public record ImportChanged(OrderFacts order, Instant at) implements OrderHappened {}
