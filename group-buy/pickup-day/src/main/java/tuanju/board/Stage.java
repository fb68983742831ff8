package tuanju.board;

import java.util.List;
import tuanju.money.Money;
import tuanju.order.book.OrderRecord;

/** One step of the way from order to hand-over: how much has come so far, and how that stands to all that was ordered. */
record Stage(Step step, int orders, long pieces, Money amount, int percent) {

    /** The steps, in their order. Guests' goods come whether they have paid or not. */
    enum Step {
        /** Waits for its money, or its goods come or came. */
        ORDERED,
        /** Nothing is asked any more; the amount holds what was paid of others, too. */
        PAID,
        /** The goods are here. */
        ARRIVED,
        HANDED_OVER,
        /** The pickup time is over and nobody came. */
        NOT_COLLECTED
    }

    static Stage of(Step step, List<OrderRecord> orders, long outOf) {
        return of(step, orders, pieces(orders), outOf);
    }

    /** The same where pieces were counted by somebody else: the goods that have arrived. */
    static Stage of(Step step, List<OrderRecord> orders, long pieces, long outOf) {
        var amount = orders.stream().map(it -> it.dues().cost()).reduce(Money.ZERO, Money::plus);
        return new Stage(step, orders.size(), pieces, amount, percent(pieces, outOf));
    }

    /** The same with another amount. */
    Stage of(Money other) {
        return new Stage(step, orders, pieces, other, percent);
    }

    static long pieces(List<OrderRecord> orders) {
        return orders.stream().mapToLong(OrderRecord::pieces).sum();
    }

    /** Rounded so that neither the first nor the last piece is hidden. */
    private static int percent(long part, long whole) {
        if (part <= 0 || whole <= 0) {
            return 0;
        }
        return part >= whole ? 100 : (int) Math.clamp(Math.round(part * 100.0 / whole), 1, 99);
    }
}
