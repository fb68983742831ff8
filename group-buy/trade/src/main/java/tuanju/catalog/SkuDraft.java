package tuanju.catalog;

import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;

/**
 * A variant as an operator has typed it.
 *
 * @param price in yuan: 39.90
 * @param limit pieces each person may hold; empty without a limit
 */
record SkuDraft(
        @Nullable String spec,
        @Nullable String price,
        @Nullable String limit) {

    private static final int LONGEST_SPEC = 40;
    private static final int LARGEST_LIMIT = 9999;

    /** Refuses with Invalid what cannot be used, naming the field. */
    SkuForm form() {
        var words = spec == null ? "" : spec.strip();
        if (words.isEmpty()) {
            throw new Invalid("spec", "field-empty");
        }
        if (words.length() > LONGEST_SPEC) {
            throw new Invalid("spec", "field-too-long", LONGEST_SPEC);
        }
        return new SkuForm(words, TypedPrice.fen("price", price), pieces());
    }

    private @Nullable Integer pieces() {
        var typed = limit == null ? "" : limit.strip();
        if (typed.isEmpty()) {
            return null;
        }
        int value = typed.matches("[0-9]{1,5}") ? Integer.parseInt(typed) : -1;
        if (value < 1 || value > LARGEST_LIMIT) {
            throw new Invalid("limit", "limit-out-of-range", LARGEST_LIMIT);
        }
        return value;
    }
}
