package tuanju.order.book;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.member.MemberId;
import tuanju.order.OrderStatus;

/**
 * One step in an order's timeline.
 *
 * @param from null for the first step
 * @param cause a stable word: placed, paid, paid-late, team-formed, unpaid-in-time, cancelled-by-buyer, no-place-left,
 *     team-lapsed, left-before-forming, collected, collection-undone, completed, imported
 */
public record OrderStep(@Nullable OrderStatus from, OrderStatus to, Instant at, String cause) {

    /** What a leader, or who stands in for one, did to an order. */
    public enum Did {
        /** They were given its money. */
        TAKEN,
        /** They were not after all. */
        NOT_TAKEN,
        PAID_BACK,
        HANDED_OVER,
        HANDED_BACK,
        /** To another pickup point. */
        MOVED,
        /** Its door was put right. */
        DOOR
    }

    /** The last of it, by whom and when. */
    public record Mark(UUID order, Did did, MemberId by, String name, Instant at) {}
}
