package tuanju.desk.handover;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.desk.LeftWith;

/**
 * How bags leave the desk.
 *
 * @param left where they are left for their buyers
 * @param seenAt the pickup point where somebody saw them; null where nobody says
 * @param isSure whether somebody was asked about what is not this day's, or not here, and said yes
 * @param due what was said of what is not paid of them
 */
public record Giving(LeftWith left, @Nullable UUID seenAt, boolean isSure, OpenDue due) {

    /** Of what is not paid nothing was said. */
    public Giving(LeftWith left, @Nullable UUID seenAt, boolean isSure) {
        this(left, seenAt, isSure, OpenDue.UNSAID);
    }

    /** To its buyer, and nobody was asked anything. */
    public static final Giving PLAIN = new Giving(LeftWith.NOBODY, null, false);

    /** Left somewhere, and nobody was asked anything. */
    static Giving left(LeftWith left) {
        return new Giving(left, null, false);
    }

    /** The answer of a form or body that may leave it out. */
    public static boolean isYes(@Nullable Boolean sure) {
        return Boolean.TRUE.equals(sure);
    }
}
