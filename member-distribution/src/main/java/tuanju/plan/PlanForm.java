package tuanju.plan;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;

/**
 * A plan as somebody types it.
 *
 * @param price in yuan
 * @param percent less than the usual price, such as 5 or 7.5
 * @param times as many points, such as 2 or 1.5
 */
record PlanForm(
        @Nullable String community,
        @Nullable String title,
        @Nullable String price,
        @Nullable String days,
        @Nullable String percent,
        @Nullable String times,
        @Nullable String campaign,
        @Nullable String servedFirst) {

    private static final Map<String, String> FIELDS =
            Map.of("priceFen", "price", "basisPoints", "percent", "pointsPercent", "times");

    /** Whether anything was typed yet. */
    boolean isBegun() {
        return title != null;
    }

    /** Refuses with Invalid, by the name of the field, what cannot be read. */
    PlanDraft draft() {
        var fen = number("price", price, "[0-9]{1,7}(\\.[0-9]{1,2})?");
        var length = number("days", days, "[0-9]{1,4}");
        return new PlanDraft(
                null,
                title,
                fen == null ? null : Long.valueOf(fen),
                length == null ? null : length / 100,
                number("percent", percent, "[0-9]{1,2}(\\.[0-9]{1,2})?"),
                number("times", times, "[0-9](\\.[0-9]{1,2})?"),
                campaign,
                "on".equals(servedFirst),
                null);
    }

    /** The same refusal beside the field of this form. */
    static Invalid beside(Invalid refusal) {
        return new Invalid(
                FIELDS.getOrDefault(refusal.getField(), refusal.getField()), refusal.getType(), refusal.getArguments());
    }

    /** In hundredths; null where nothing was typed. */
    private static @Nullable Integer number(String field, @Nullable String typed, String looks) {
        var text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches(looks)) {
            throw new Invalid(field, "plan-number");
        }
        return new BigDecimal(text).movePointRight(2).intValueExact();
    }
}
