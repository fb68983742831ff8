package tuanju.chain.telling;

import tuanju.cycle.CycleStatus;

/**
 * A text for the group, ready to be copied.
 *
 * @param fits it is the right one at this moment of the cycle
 */
public record GroupText(Kind kind, String text, boolean fits) {

    /** What a leader tells the group; titles are under {@code chain.text.<name>}. */
    public enum Kind {
        OPENING,
        PROGRESS,
        LAST_CALL,
        SUMMARY,
        UNPAID,
        ARRIVED,
        REMINDER,
        LAPSED;

        /** @param hasBegun whether the goods can be collected somewhere by now, as far as the clock says */
        boolean fits(CycleStatus status, boolean hasBegun) {
            return switch (this) {
                case OPENING, PROGRESS, LAST_CALL -> status.isTaking();
                case SUMMARY, UNPAID -> status.isTaking() || status.isOnItsWay();
                case ARRIVED -> status.isCollectable();
                case REMINDER -> status.isCollectable() && hasBegun;
                case LAPSED -> status == CycleStatus.LAPSED;
            };
        }
    }
}
