package tuanju.coupon;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tuanju.money.Money;

/**
 * A campaign as somebody wants it: what its coupons take off, and how many may be had by whom and until when.
 *
 * @param budget what orders may cost less by it in all
 * @param perPerson how many of it one member may claim
 * @param mostClaims how many there are; null without a number
 * @param points what one costs in points; null where it costs none
 * @param lastsDays a coupon ends so long after it was claimed, at the latest with the campaign; null where only then
 */
record NewCampaign(
        String title,
        CouponTerms terms,
        Money budget,
        int perPerson,
        @Nullable Integer mostClaims,
        Way way,
        Instant opens,
        Instant closes,
        @Nullable Integer lastsDays,
        @Nullable Integer points) {

    /** How one comes by a coupon. */
    enum Way {
        /** Everybody finds it among the coupons of their community. */
        CLAIM,
        /** Whoever knows its code. */
        CODE,
        /** Whoever has its link and comes first. */
        PACKET,
        /** Nobody claims it: given to a new neighbour and who brought them, once that one's first order is completed. */
        INVITE,
        /** Nobody claims it: whoever's order was handed over has one for the next. */
        GIFT,
        /** Whoever gives points of theirs for it. */
        POINTS,
        /** Nobody claims it: whoever has a plan that names it has one each month. */
        PLAN;

        /** Whether members take one themselves. */
        boolean isClaimed() {
            return this == CLAIM || this == CODE || this == PACKET;
        }
    }

    /** What all its orders together cost less at most. */
    public Money costsAtMost() {
        if (mostClaims == null) {
            return budget;
        }
        var claimed = Money.ofFen(Math.multiplyExact(terms.off().fen(), mostClaims.longValue()));
        return claimed.isMoreThan(budget) ? budget : claimed;
    }

    /** How many orders can take all of it before the budget is spent; more where they take less. */
    public long ordersInFull() {
        return costsAtMost().fen() / terms.off().fen();
    }
}
