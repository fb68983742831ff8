package tuanju.scorecard;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well a leader kept their word in a community.
 *
 * @param orders what all of it is counted from
 * @param since the time it looks back to
 * @param onTime orders whose goods were there when announced, or were handed over within the pickup time
 * @param cut pieces that were paid for and did not come
 * @param complained orders with money back for damaged or missing goods
 * @param quickRefunds refunds that arrived within a day
 * @param medianRefund from request to arrival, the middle one; null without refunds
 */
record Scorecard(
        int orders,
        Instant since,
        Proportion onTime,
        Proportion cut,
        Proportion complained,
        Proportion quickRefunds,
        @Nullable Duration medianRefund) {

    /** Fewer orders than this say more about chance than about a leader. */
    static final int LEAST_ORDERS = 20;

    /** Whether there are enough orders to show anything. */
    public boolean isShown() {
        return orders >= LEAST_ORDERS;
    }

    /** How many orders are missing until it is shown. */
    public int missing() {
        return Math.max(0, LEAST_ORDERS - orders);
    }

    static @Nullable Duration median(List<Duration> times) {
        if (times.isEmpty()) {
            return null;
        }
        var sorted = times.stream().sorted(Comparator.naturalOrder()).toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(2);
    }
}
