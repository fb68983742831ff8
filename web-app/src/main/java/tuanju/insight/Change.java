package tuanju.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How a number moved against the period before.
 *
 * @param direction MORE, LESS, SAME, or NONE where one of the two is missing
 * @param amount how much, in per cent or percentage points, with one decimal
 * @param mood GOOD, BAD or CALM: what the movement means for the business
 */
record Change(String direction, String amount, String mood) {

    private static final Change NONE = new Change("NONE", "", "CALM");

    /** Relative change in per cent; there is none from zero. */
    static Change relative(@Nullable Long now, @Nullable Long before, boolean moreIsBetter) {
        if (now == null || before == null || before == 0) {
            return NONE;
        }
        var percent = BigDecimal.valueOf(now - before)
                .scaleByPowerOfTen(2)
                .divide(BigDecimal.valueOf(before), 1, RoundingMode.HALF_UP);
        return of(percent, moreIsBetter);
    }

    /** Difference of two rates in percentage points. */
    static Change points(@Nullable Long now, @Nullable Long before, boolean moreIsBetter) {
        if (now == null || before == null) {
            return NONE;
        }
        return of(BigDecimal.valueOf(now - before, 2).setScale(1, RoundingMode.HALF_UP), moreIsBetter);
    }

    private static Change of(BigDecimal difference, boolean moreIsBetter) {
        var sign = difference.signum();
        if (sign == 0) {
            return new Change("SAME", "0", "CALM");
        }
        var mood = sign > 0 == moreIsBetter ? "GOOD" : "BAD";
        return new Change(sign > 0 ? "MORE" : "LESS", difference.abs().toPlainString(), mood);
    }
}
