package tuanju.desk.offline;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tuanju.desk.handover.OpenDue;

/**
 * What somebody did at a desk without network, as their phone tells it afterwards.
 *
 * @param id made by the phone; the same act told twice has the same
 * @param order the order's code
 * @param takesBack for an undo: the act or the hand-over that it takes back
 * @param seenAt the pickup point where the phone's list said the bag waits; null from lists that did not say
 * @param due what was said of what is not paid; null where nothing was
 * @param at by the phone's clock, which may be wrong: it is noted, and decides nothing
 */
record DeskAct(
        UUID id,
        Kind kind,
        String order,
        @Nullable UUID takesBack,
        @Nullable UUID seenAt,
        @Nullable OpenDue due,
        @JsonDeserialize(using = PhoneClock.class) @Nullable Instant at) {

    OpenDue said() {
        return due == null ? OpenDue.UNSAID : due;
    }

    /** What was done. */
    enum Kind {
        HANDOVER,
        UNDO
    }

    /** What became of an act. */
    enum Outcome {
        DONE,
        /** Another desk was quicker. */
        TOO_LATE,
        REFUSED
    }

    /**
     * An act and what became of it.
     *
     * @param reason the type of the refusal; null unless refused
     * @param handover the hand-over it began or took back, or the one that was quicker; null when refused
     */
    record Settled(
            DeskAct act,
            Outcome outcome,
            @Nullable String reason,
            @Nullable UUID handover) {

        static Settled refused(DeskAct act, String reason) {
            return new Settled(act, Outcome.REFUSED, reason, null);
        }

        /** Whether this is what the phone tells now, and not another act under the same id. */
        boolean isOf(DeskAct told) {
            return act.kind() == told.kind() && act.order().equals(told.order());
        }
    }
}
