package tuanju.order.fulfilment;

import java.time.Instant;

/** An order went from one pickup point to another, by their names then; the cause is a stable word. */
public record PointChange(String was, String becomes, Instant at, String cause) {}
