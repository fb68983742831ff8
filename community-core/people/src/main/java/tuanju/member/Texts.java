package tuanju.member;

import java.util.regex.Pattern;

/** Text as people type it, made safe to show in one line. */
final class Texts {

    /** Control characters, and invisible ones that turn or hide other text. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\u2028\\u2029]");

    private static final Pattern GAPS = Pattern.compile("[\\s\\u3000\\u00a0]+");

    private Texts() {}

    static String clean(String typed) {
        var spaced = GAPS.matcher(typed).replaceAll(" ");
        return INVISIBLE.matcher(spaced).replaceAll("").strip();
    }
}
