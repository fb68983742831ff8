package tuanju.community;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;
import tuanju.command.NotFound;

/**
 * What a stranger may see in a URL: the community's four-character short code followed by ten random characters
 * (Crockford base 32, 50 bits), never an id. Reading is forgiving: lower case, and O, I, L for 0, 1, 1.
 */
public record Code(String value) {

    static final int SHORT_LENGTH = 4;
    private static final Pattern VALID = Pattern.compile("[0-9A-HJKMNP-TV-Z]{14}");

    public Code {
        value = value.toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a public code");
        }
    }

    /** Reads what stands in an address; whatever cannot be a code is refused with NotFound, like a code of nothing. */
    public static Code read(String text) {
        try {
            return new Code(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }

    /** Reads which row a page of a list begins after; null for the first page. Refuses the field where it cannot be a code. */
    public static @Nullable Code after(@Nullable String text) {
        try {
            return text == null ? null : new Code(text);
        } catch (IllegalArgumentException e) {
            throw new Invalid("after", "no-row");
        }
    }

    public String communityShortCode() {
        return value.substring(0, SHORT_LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}
