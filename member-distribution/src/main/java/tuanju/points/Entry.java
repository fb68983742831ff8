package tuanju.points;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Points that moved.
 *
 * @param lot null where only a debt moved
 * @param points that came into the lot, or below zero that left it
 * @param debt that was made, or below zero that was worked off
 * @param order which it was about; null for a check-in and what ended by the clock
 */
record Entry(
        Kind kind,
        @Nullable UUID lot,
        int points,
        int debt,
        @Nullable UUID order) {

    /** Why. */
    enum Kind {
        EARNED,
        CHECKED_IN,
        SPENT,
        GIVEN_BACK,
        TAKEN_BACK,
        ENDED,
        /** Out of a lot whose time was over, into a new one. */
        RENEWED,
        OWED,
        /** Given for something else than a part of an order. */
        EXCHANGED,
        WORKED_OFF
    }

    static Entry of(Kind kind, UUID lot, int points, @Nullable UUID order) {
        return new Entry(kind, lot, points, 0, order);
    }

    static Entry owed(int points, UUID order) {
        return new Entry(Kind.OWED, null, 0, points, order);
    }
}
