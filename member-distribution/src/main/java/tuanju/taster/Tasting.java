package tuanju.taster;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.catalog.ProductId;

/**
 * A find.
 *
 * @param words where it is from and why it may be good
 * @param verdict what trying it showed, or why it was dropped; empty before
 * @param product as which it is sold; null before it is listed
 */
record Tasting(
        UUID id,
        String title,
        String words,
        State state,
        String verdict,
        @Nullable ProductId product,
        Instant scouted,
        Instant changed) {

    /** How far it has come. */
    enum State {
        SCOUTED,
        TRIED,
        LISTED,
        DROPPED;

        /** One after the other, and dropped from anywhere. */
        boolean mayBecome(State next) {
            return switch (next) {
                case SCOUTED -> false;
                case TRIED -> this == SCOUTED;
                case LISTED -> this == TRIED;
                case DROPPED -> this != DROPPED;
            };
        }
    }

    public boolean mayBecome(State next) {
        return state.mayBecome(next);
    }

    public String tone() {
        return switch (state) {
            case SCOUTED -> "";
            case TRIED -> "badge-main";
            case LISTED -> "badge-good";
            case DROPPED -> "badge-hurry";
        };
    }
}
