package tuanju.scorecard;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A leader's numbers as anyone may know them; all of them null while there are fewer than 20 orders.
 *
 * @param leaderSays the leader's own answer; null where they said nothing
 */
public record LeaderSummary(
        int orders,
        int leastOrders,
        Instant since,
        @Nullable Share onTime,
        @Nullable Share cutPieces,
        @Nullable Share complaints,
        @Nullable Share refundsWithinADay,
        @Nullable Duration medianRefund,
        @Nullable String leaderSays) {

    /** So many of so many, and the bounds of the 95 % interval, 0 to 1. */
    public record Share(long count, long of, double share, double low, double high) {
        static Share of(Proportion proportion) {
            return new Share(
                    proportion.hits(), proportion.of(), proportion.share(), proportion.low(), proportion.high());
        }
    }

    static LeaderSummary of(Scorecard card, @Nullable String said) {
        boolean shown = card.isShown();
        return new LeaderSummary(
                card.orders(),
                Scorecard.LEAST_ORDERS,
                card.since(),
                shown ? Share.of(card.onTime()) : null,
                shown ? Share.of(card.cut()) : null,
                shown ? Share.of(card.complained()) : null,
                shown ? Share.of(card.quickRefunds()) : null,
                shown ? card.medianRefund() : null,
                said);
    }
}
