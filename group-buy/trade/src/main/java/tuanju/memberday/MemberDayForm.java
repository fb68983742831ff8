package tuanju.memberday;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;

/**
 * A member day as somebody types it.
 *
 * @param day "w3" for Wednesdays, "m8" for the eighth of each month
 * @param from 09:00; empty from midnight on
 * @param goods empty for all, "p:" and a product's id, or "c:" and a category
 */
record MemberDayForm(
        @Nullable String community,
        @Nullable String title,
        @Nullable String percent,
        @Nullable String day,
        @Nullable String from,
        @Nullable String until,
        @Nullable String goods,
        @Nullable String visibility) {

    private static final Map<String, String> FIELDS =
            Map.of("basisPoints", "percent", "product", "goods", "category", "goods");

    /** Whether anything was typed yet. */
    boolean isBegun() {
        return title != null;
    }

    /** Refuses with Invalid, by the name of the field, what cannot be read. */
    MemberDayDraft draft() {
        return new MemberDayDraft(
                null,
                title,
                basisPoints(),
                number('w'),
                number('m'),
                minute("from", from),
                minute("until", until),
                product(),
                of("c:"),
                visibility);
    }

    /** The same refusal beside the field of this form. */
    static Invalid beside(Invalid refusal) {
        return new Invalid(
                FIELDS.getOrDefault(refusal.getField(), refusal.getField()), refusal.getType(), refusal.getArguments());
    }

    private int basisPoints() {
        var typed = percent == null ? "" : percent.strip();
        if (!typed.matches("[0-9]{1,2}(\\.[0-9]{1,2})?")) {
            throw new Invalid("percent", "member-day-too-much", MemberDayDraft.LEAST / 100, MemberDayDraft.MOST / 100);
        }
        return new BigDecimal(typed).movePointRight(2).intValueExact();
    }

    private @Nullable Integer number(char kind) {
        return day != null && day.matches(kind + "[0-9]{1,2}") ? Integer.valueOf(day.substring(1)) : null;
    }

    private static @Nullable Integer minute(String field, @Nullable String typed) {
        var text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("([01]?[0-9]|2[0-3]):[0-5][0-9]|24:00")) {
            throw new Invalid(field, "member-day-window");
        }
        int colon = text.indexOf(':');
        return Integer.parseInt(text.substring(0, colon)) * 60 + Integer.parseInt(text.substring(colon + 1));
    }

    private @Nullable UUID product() {
        var id = of("p:");
        try {
            return id == null ? null : UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new Invalid("goods", "member-day-no-such-goods");
        }
    }

    private @Nullable String of(String prefix) {
        return goods != null && goods.startsWith(prefix) ? goods.substring(prefix.length()) : null;
    }
}
