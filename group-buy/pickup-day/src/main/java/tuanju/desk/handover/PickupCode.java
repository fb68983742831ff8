package tuanju.desk.handover;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A pickup code (提货码) as it was typed or scanned: six characters, read forgivingly (o for 0, i and l for 1, spaces). */
record PickupCode(String value) {

    private static final Pattern VALID = Pattern.compile("[0-9A-HJKMNP-TV-Z]{6}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\-_.·]");
    private static final int LONGEST_INPUT = 40;

    /** The code, or nothing where what was typed cannot be one. */
    static Optional<PickupCode> read(String typed) {
        if (typed.length() > LONGEST_INPUT) {
            return Optional.empty();
        }
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        var code = BETWEEN.matcher(plain)
                .replaceAll("")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return VALID.matcher(code).matches() ? Optional.of(new PickupCode(code)) : Optional.empty();
    }
}
