package tuanju.cycle;

/**
 * A text for the group, ready to be copied.
 *
 * @param fits it is the right one at this moment of the cycle
 */
record GroupText(Kind kind, String text, boolean fits) {

    /** What a leader tells the group; titles are under {@code cycle.text.<name>}. */
    enum Kind {
        OPENING,
        PROGRESS,
        LAST_CALL,
        SUMMARY,
        UNPAID,
        ARRIVED,
        REMINDER,
        LAPSED;

        boolean fits(CycleStatus status) {
            return switch (this) {
                case OPENING, PROGRESS, LAST_CALL -> status == CycleStatus.OPEN;
                case SUMMARY, UNPAID -> status == CycleStatus.OPEN || status == CycleStatus.CLOSED;
                case ARRIVED, REMINDER -> status == CycleStatus.ARRIVED;
                case LAPSED -> false;
            };
        }
    }
}
