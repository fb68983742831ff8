/**
 * A buyer pays an order or leaves it unpaid: credit first, then a provider, until time is up.
 * Decides where every capture belongs, and asks whoever took the order whether it still has its place.
 * Knows rows of orders; how they are read is the book's.
 */
@org.springframework.modulith.NamedInterface("paying")
@org.jspecify.annotations.NullMarked
package tuanju.order.paying;
