/**
 * Where the money of orders is: here, with their leader, or not paid, every fen in exactly one place.
 * What leaders took by hand is noted here, each time it was said; nothing is erased.
 * Decided by one view, order_due.
 */
@org.springframework.modulith.NamedInterface("dues")
@org.jspecify.annotations.NullMarked
package tuanju.order.dues;
