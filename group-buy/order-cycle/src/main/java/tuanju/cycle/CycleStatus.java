package tuanju.cycle;

import java.util.EnumSet;
import java.util.Set;

/** Where an order cycle (接龙) stands; the database keeps the same table of allowed steps. */
public enum CycleStatus {
    /** Only the leader sees it. */
    DRAFT,
    /** Members order until the cut-off. */
    OPEN,
    /** Past its cut-off, and only what fills an open case (拼箱) is taken. */
    BOXFILL,
    /** Decided (截单): nothing new is taken. */
    CLOSED,
    /** Ordered from the supplier, on its way. */
    ORDERED,
    /** Goods are here and can be collected. */
    ARRIVED,
    /** The leader stands at the desk. */
    HANDING_OVER,
    /** Everything is handed over or written off. */
    DONE,
    /** Short of its minimum or called off: everyone gets their money back. */
    LAPSED;

    /** Whether a cycle may go from here to there. */
    public boolean canBecome(CycleStatus next) {
        return next(this).contains(next);
    }

    /** Whether goods are here and people come for them. */
    public boolean isCollectable() {
        return this == ARRIVED || this == HANDING_OVER;
    }

    /** Whether goods are still to come. */
    public boolean isOnItsWay() {
        return this == CLOSED || this == ORDERED;
    }

    /** Whether members may still order something. */
    public boolean isTaking() {
        return this == OPEN || this == BOXFILL;
    }

    private static Set<CycleStatus> next(CycleStatus status) {
        return switch (status) {
            case DRAFT -> EnumSet.of(OPEN, CLOSED, LAPSED);
            case OPEN -> EnumSet.of(BOXFILL, CLOSED, LAPSED);
            case BOXFILL -> EnumSet.of(CLOSED, LAPSED);
            case CLOSED -> EnumSet.of(ORDERED, ARRIVED, LAPSED);
            case ORDERED -> EnumSet.of(ARRIVED, LAPSED);
            case ARRIVED -> EnumSet.of(HANDING_OVER, DONE);
            case HANDING_OVER -> EnumSet.of(DONE);
            case DONE, LAPSED -> EnumSet.noneOf(CycleStatus.class);
        };
    }
}
