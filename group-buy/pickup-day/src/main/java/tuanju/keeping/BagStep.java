package tuanju.keeping;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step about an order nobody came for.
 *
 * @param keepUntil until when it is kept now; null unless that changed
 */
record BagStep(UUID order, int nr, Step step, @Nullable Instant keepUntil, Instant at) {}
