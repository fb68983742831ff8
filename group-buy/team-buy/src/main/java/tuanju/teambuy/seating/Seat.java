package tuanju.teambuy.seating;

import java.util.UUID;
import tuanju.member.MemberId;
import tuanju.order.OrderId;

/** One place in a team, taken by a member with an order. */
record Seat(UUID id, OrderId order, MemberId member, Status status) {

    /** Where a seat stands. */
    enum Status {
        /** Kept while its member pays. */
        HELD,
        PAID,
        /** Not paid in time, or the order was cancelled: free for others. */
        RELEASED,
        /** Its member left before the team formed. */
        LEFT
    }
}
