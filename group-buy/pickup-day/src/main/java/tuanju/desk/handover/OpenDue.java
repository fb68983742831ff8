package tuanju.desk.handover;

import org.jspecify.annotations.Nullable;

/**
 * What whoever hands a bag over says about what is not paid of it.
 *
 * @param payment null where nothing was said
 * @param dueFen how much was open when they looked; null where they do not say
 */
public record OpenDue(@Nullable Payment payment, @Nullable Long dueFen) {

    /** Nothing was said: what is not paid does not go. */
    public static final OpenDue UNSAID = new OpenDue(null, null);

    /** The two ways in which a bag goes of which something is open. */
    public enum Payment {
        /** It was paid just now, into the hands of whoever stands at the desk. */
        TAKEN,
        /** It goes all the same, and stays open. */
        UNPAID
    }

    /** Whether this answers for so much. */
    boolean isFor(long fen) {
        return payment != null && (dueFen == null || dueFen == fen);
    }
}
