package tuanju.commission;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.OrderId;

/**
 * What one sale is worth to the one person who brought its buyer.
 *
 * @param link by which the buyer came
 * @param reason why a person looks at it; null where nobody need
 * @param amount what its lines come to now
 * @param booked what of it is in the books
 */
record Commission(
        CommunityId community,
        OrderId order,
        Code code,
        MemberId referrer,
        Code link,
        State state,
        @Nullable String reason,
        @Nullable Review review,
        Instant placed,
        boolean complained,
        Money amount,
        Money booked,
        List<Line> lines) {

    /**
     * Of one line of the order.
     *
     * @param base what the line was sold for
     * @param kept what of it did not go back
     * @param amount the rule's share of what is kept, rounded down
     */
    record Line(int position, String title, Fired rule, Money base, Money kept, Money amount) {}

    Commission {
        lines = List.copyOf(lines);
    }

    /** What belongs in the books now: nothing before it is settled, and while it must not be paid. */
    Money due() {
        return state == State.VESTED && (review == null || review == Review.ALLOWED) ? amount : Money.ZERO;
    }

    /** Whether nothing is booked before a person has decided. */
    public boolean isLookedAt() {
        return review == Review.OPEN;
    }
}
