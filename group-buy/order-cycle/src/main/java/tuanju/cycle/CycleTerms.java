package tuanju.cycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a cycle needs to go ahead, and what happens at its cut-off.
 *
 * @param minimum what must be paid for; null without
 * @param boxfillUntil until when open cases may be filled after the cut-off; null where they are cut at once
 */
public record CycleTerms(
        @Nullable Minimum minimum, @Nullable Instant boxfillUntil) {

    /** Goes ahead with whatever was ordered. */
    public static final CycleTerms NONE = new CycleTerms(null, null);
}
