package tuanju.coupon;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import tuanju.community.Code;
import tuanju.community.CommunityCard;

/**
 * A coupon as its owner sees it.
 *
 * @param state where it stands
 */
record OwnCoupon(
        UUID id, Code code, CommunityCard community, String title, CouponTerms terms, Instant endsAt, State state) {

    /** Soon is what comes before one looks again. */
    static final Duration SOON = Duration.ofDays(7);

    /** Where a coupon stands for its owner. */
    enum State {
        /** Can be used. */
        FREE,
        /** Set aside for an order that waits for its money. */
        HELD,
        /** Given to an order. */
        USED,
        /** Too late. */
        ENDED
    }

    /** Whether it can be used and ends within a week. */
    public boolean endsSoon(long nowMillis) {
        return state == State.FREE
                && endsAt.isBefore(Instant.ofEpochMilli(nowMillis).plus(SOON));
    }

    public boolean isFree() {
        return state == State.FREE;
    }
}
