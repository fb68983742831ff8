package tuanju.cycle.editing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a leader wants an open cycle to become; what is left out stays as it is.
 *
 * @param edition the one they looked at, so that two devices never write over each other
 * @param points where it is collected, the main point first; who ordered at one that is left out goes to the main one
 * @param products those that change, and new ones; no other is touched
 * @param seen what the look said of it, so that nothing happens that was not shown; without, one only looks
 */
record EditWish(
        int edition,
        @Nullable String title,
        @Nullable String introduction,
        @Nullable Instant cutOff,
        @Nullable List<At> points,
        @Nullable List<Goods> products,
        @Nullable String seen) {

    /** A point and when goods are collected there. */
    record At(UUID point, Instant pickupFrom, Instant pickupUntil) {}

    /**
     * A product of the cycle by its id, else a new one by its SKU or its name.
     *
     * @param priceFen of a piece, or of 500 g where it is sold by weight; as before where left out
     * @param limit pieces in all; 0 without a limit
     * @param stopped whether it is no longer sold
     */
    record Goods(
            @Nullable UUID id,
            @Nullable UUID sku,
            @Nullable String name,
            @Nullable String spec,
            @Nullable Long priceFen,
            @Nullable Integer limit,
            @Nullable Integer caseSize,
            @Nullable String description,
            @Nullable Boolean stopped) {}
}
