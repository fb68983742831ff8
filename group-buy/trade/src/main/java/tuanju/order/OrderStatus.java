package tuanju.order;

import java.util.EnumSet;
import java.util.Set;

/** Where an order stands; the database keeps the same table of allowed steps. */
public enum OrderStatus {
    /** Waits for its money and holds its goods meanwhile. */
    PLACED,
    /** Paid; its team has not formed yet. */
    PAID,
    /** The goods will come. */
    CONFIRMED,
    /** Handed over. */
    COLLECTED,
    /** Handed over long enough ago that nobody will bring it back; or nobody came for it, and it was given away. */
    COMPLETED,
    /** Never paid here: the time ran out, the buyer cancelled, or an import was taken back. */
    CLOSED,
    /** The money goes back to where it came from. */
    REFUNDED;

    /** Whether an order may go from here to there. */
    public boolean canBecome(OrderStatus next) {
        return next(this).contains(next);
    }

    /** Whether goods are still set aside for it. */
    public boolean holdsGoods() {
        return this == PLACED || this == PAID || this == CONFIRMED;
    }

    private static Set<OrderStatus> next(OrderStatus status) {
        return switch (status) {
            case PLACED -> EnumSet.of(PAID, CLOSED);
            case PAID -> EnumSet.of(CONFIRMED, REFUNDED);
            // closed only as an import that was cancelled where it came from, completed only when nobody came for it
            case CONFIRMED -> EnumSet.of(COLLECTED, COMPLETED, REFUNDED, CLOSED);
            case COLLECTED -> EnumSet.of(COMPLETED, CONFIRMED, REFUNDED);
            case COMPLETED -> EnumSet.of(REFUNDED);
            // money that came late and found a place after all
            case CLOSED -> EnumSet.of(PAID);
            case REFUNDED -> EnumSet.noneOf(OrderStatus.class);
        };
    }
}
