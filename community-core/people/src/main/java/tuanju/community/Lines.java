package tuanju.community;

import java.util.regex.Pattern;
import tuanju.command.Invalid;

/** Lines of text as people type them: gaps joined, invisible characters removed, length checked. */
public final class Lines {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}]");
    private static final Pattern GAPS = Pattern.compile("[\\s\\u3000\\u00a0\\u2028\\u2029]+");

    private Lines() {}

    /** Without gaps and invisible characters. Refuses with Invalid, by this field, nothing and more than so many characters. */
    public static String required(String field, String typed, int longest) {
        var line = optional(field, typed, longest);
        if (line.isEmpty()) {
            throw new Invalid(field, "text-missing");
        }
        return line;
    }

    /** The same, and may be empty. */
    public static String optional(String field, String typed, int longest) {
        var line = INVISIBLE
                .matcher(GAPS.matcher(typed).replaceAll(" "))
                .replaceAll("")
                .strip();
        if (line.codePointCount(0, line.length()) > longest) {
            throw new Invalid(field, "text-too-long", longest);
        }
        return line;
    }
}
