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
        return new SkuForm(words(spec), TypedPrice.fen("price", price), pieces());
    }

    /** What one piece is. Refuses with Invalid nothing and too much. */
    static String words(@Nullable String spec) {
        var words = spec == null ? "" : spec.strip();
        if (words.isEmpty()) {
            throw new Invalid("spec", "field-empty");
        }
        if (words.length() > LONGEST_SPEC) {
            throw new Invalid("spec", "field-too-long", LONGEST_SPEC);
        }
        return words;
    }

    /** Pieces each person may hold. Refuses with Invalid none and too many, naming the field. */
    static int checkedLimit(String field, int pieces) {
        if (pieces < 1 || pieces > LARGEST_LIMIT) {
            throw new Invalid(field, "limit-out-of-range", LARGEST_LIMIT);
        }
        return pieces;
    }

    private @Nullable Integer pieces() {
        var typed = limit == null ? "" : limit.strip();
        if (typed.isEmpty()) {
            return null;
        }
        return checkedLimit("limit", typed.matches("[0-9]{1,5}") ? Integer.parseInt(typed) : -1);
    }
}
