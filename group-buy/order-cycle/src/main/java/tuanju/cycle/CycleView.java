package tuanju.cycle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.order.OrderStatus;
import tuanju.order.book.OrderCard;

/**
 * A cycle's page as somebody looks at it.
 *
 * @param mine the looker's own orders in this cycle; empty for a stranger
 */
public record CycleView(CycleCard cycle, Phase phase, CycleProgress progress, List<MyOrder> mine) {

    /** What can be done with a cycle now; the words are {@code cycle.phase.<phase>}. */
    public enum Phase {
        /** Only its leader sees it. */
        DRAFT,
        /** Opens later. */
        SOON,
        /** Members order. */
        OPEN,
        /** The cut-off has come; those who ordered in time finish paying. */
        PAYING,
        /** Short of its minimum; its leader may extend it. */
        SHORT,
        /** Only what fills an open case is taken. */
        BOXFILL,
        /** Takes nothing more; the goods come or have come. */
        CLOSED,
        /** Everybody gets their money back. */
        LAPSED;

        public static Phase of(CycleCard cycle, Instant now) {
            return switch (cycle.status()) {
                case OPEN ->
                    cycle.waitsForItsLeader()
                            ? SHORT
                            : cycle.waitsForPayersAt(now) ? PAYING : now.isBefore(cycle.opens()) ? SOON : OPEN;
                case BOXFILL -> cycle.fillsCasesAt(now) ? BOXFILL : PAYING;
                case LAPSED -> LAPSED;
                case DRAFT -> DRAFT;
                case CLOSED, ORDERED, ARRIVED, HANDING_OVER, DONE -> CLOSED;
            };
        }
    }

    /** One of the looker's orders and what it holds of the cycle. */
    public record MyOrder(OrderCard card, List<MyShare> shares) {

        /** Whether its money is here and nothing is handed over. */
        public boolean isHeld() {
            return card.status() == OrderStatus.PAID || card.status() == OrderStatus.CONFIRMED;
        }
    }

    /** One product of an order: what it wants, what more it would take, what it was given. */
    public record MyShare(
            UUID order,
            UUID product,
            String name,
            String spec,
            int quantity,
            int tolerance,
            @Nullable Integer given) {}

    /** Whether the page lets anybody order. */
    public boolean isOrderable() {
        return phase == Phase.OPEN || phase == Phase.BOXFILL;
    }

    /** Whether a member may take fewer, or leave. */
    public boolean isChangeable() {
        return phase == Phase.OPEN || phase == Phase.SHORT;
    }

    /** Whether others can still change what the page says. */
    public boolean isLive() {
        return cycle.status().isTaking();
    }

    /** What its leader may do beside the next step. */
    public List<CycleStatus> asides() {
        return switch (cycle.status()) {
            case OPEN ->
                phase == Phase.OPEN ? List.of(CycleStatus.CLOSED, CycleStatus.LAPSED) : List.of(CycleStatus.LAPSED);
            case BOXFILL -> List.of(CycleStatus.CLOSED, CycleStatus.LAPSED);
            case CLOSED -> List.of(CycleStatus.ARRIVED, CycleStatus.LAPSED);
            case ORDERED -> List.of(CycleStatus.ARRIVED, CycleStatus.LAPSED);
            case ARRIVED, HANDING_OVER -> List.of(CycleStatus.DONE);
            case DRAFT -> List.of(CycleStatus.LAPSED);
            case DONE, LAPSED -> List.of();
        };
    }
}
