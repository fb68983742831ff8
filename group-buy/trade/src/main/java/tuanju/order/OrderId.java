package tuanju.order;

import java.util.UUID;

/** Identifies an order; strangers see its code instead. */
public record OrderId(UUID value) {}
