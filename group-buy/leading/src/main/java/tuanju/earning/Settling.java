package tuanju.earning;

import java.util.List;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tuanju.order.life.CompletedOrders;
import tuanju.order.life.CompletedOrders.Unsettled;
import tuanju.payment.KeptMoney;
import tuanju.settlement.LeaderFee;
import tuanju.settlement.Settlement;
import tuanju.settlement.Settlements;
import tuanju.settlement.Share;

/**
 * Settles completed orders, each in a transaction of its own: what is kept of an order becomes the community's, and the
 * leader is owed the fee of the rate it was placed at. One that fails holds up no other and comes again.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class Settling {

    private static final int BATCH = 200;

    private final CompletedOrders completed;
    private final ServiceFees fees;
    private final KeptMoney kept;
    private final Settlements settlements;
    private final TransactionOperations transaction;

    /** All that are due; answers how many were settled. */
    int run() {
        int settled = 0;
        @Nullable Unsettled last = null;
        List<Unsettled> batch;
        do {
            batch = completed.unsettled(last, BATCH);
            for (var order : batch) {
                settled += settle(order) ? 1 : 0;
                last = order;
            }
        } while (batch.size() == BATCH);
        return settled;
    }

    /** Answers false when another was quicker, or when it failed. */
    boolean settle(Unsettled order) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> settled(order)));
        } catch (RuntimeException e) {
            log.warn("Order {} is not settled yet", order.id(), e);
            return false;
        }
    }

    /** The order's row, then its payment, then the books: refunds take them in the same order. */
    private boolean settled(Unsettled order) {
        if (!completed.settle(order)) {
            return false;
        }
        var share = order.fee() == null ? fees.of(order.community()).at(order.placed()) : order.fee();
        var terms = new LeaderFee(share, order.asked(), order.leaderGave());
        var money = kept.of(order.community(), order.id().value())
                .orElseThrow(() -> new IllegalStateException("Nobody paid for " + order));
        settlements.settle(
                new Settlement(order.community(), order.id().value(), order.leader(), terms, money, shares(order)));
        return true;
    }

    private List<Share> shares(Unsettled order) {
        return completed.sharers(order).stream()
                .filter(it -> !order.asked().isZero())
                .map(it -> new Share(
                        Share.Kind.valueOf(it.kind().name()), it.member(), it.share(), it.base(), order.asked()))
                .toList();
    }
}
