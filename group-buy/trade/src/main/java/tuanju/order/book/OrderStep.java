package tuanju.order.book;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tuanju.order.OrderStatus;

/**
 * One step in an order's timeline.
 *
 * @param from null for the first step
 * @param cause a stable word: placed, paid, paid-late, team-formed, unpaid-in-time, cancelled-by-buyer, no-place-left,
 *     team-lapsed, left-before-forming, collected, collection-undone, completed, imported
 */
public record OrderStep(@Nullable OrderStatus from, OrderStatus to, Instant at, String cause) {}
