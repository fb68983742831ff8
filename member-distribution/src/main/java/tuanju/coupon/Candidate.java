package tuanju.coupon;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tuanju.community.Code;
import tuanju.money.Money;

/**
 * A coupon that its owner might use on an order.
 *
 * @param budgetLeft what its campaign can still give
 * @param first whether the order would be its owner's first
 * @param mayUse whether its owner is among those it is for now
 * @param lines which lines of the order count for it
 */
record Candidate(
        UUID id,
        Code code,
        String title,
        CouponTerms terms,
        Instant endsAt,
        Money budgetLeft,
        boolean first,
        boolean mayUse,
        Set<Integer> lines) {

    Candidate {
        lines = Set.copyOf(lines);
    }

    /** What of these amounts counts for it. */
    Money of(List<Money> amounts) {
        return lines.stream().map(amounts::get).reduce(Money.ZERO, Money::plus);
    }
}
