package tuanju.points;

import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;

/** What points are for, as it was typed. */
record TermsForm(
        @Nullable String perYuan,
        @Nullable String perCheckIn,
        @Nullable String spends,
        @Nullable String asked) {

    private static final int LONGEST = 3;

    static TermsForm of(Terms terms) {
        return new TermsForm(
                String.valueOf(terms.perYuan()),
                String.valueOf(terms.perCheckIn()),
                terms.spends() ? "true" : null,
                null);
    }

    /** Whether somebody wants to know what it would cost. */
    boolean isAsked() {
        return asked != null;
    }

    public boolean isSpent() {
        return "true".equals(spends);
    }

    /** Refuses with Invalid what is no number, or too large a one. */
    Terms read() {
        return new Terms(number("perYuan", perYuan), number("perCheckIn", perCheckIn), isSpent());
    }

    private static int number(String field, @Nullable String typed) {
        var text = typed == null ? "" : typed.strip();
        if (text.length() > LONGEST || !text.chars().allMatch(it -> it >= '0' && it <= '9')) {
            throw new Invalid(field, "points-whole-number");
        }
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }
}
