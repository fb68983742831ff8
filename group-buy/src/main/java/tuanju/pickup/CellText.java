package tuanju.pickup;

import java.util.regex.Pattern;

/** Text that a spreadsheet program takes as text, whatever a buyer typed into a name or a note. */
final class CellText {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}&&[^\\t\\n]]");

    /** What starts a formula in some program, in half and full width, also behind spaces. */
    private static final Pattern FORMULA =
            Pattern.compile("^[\\s\\u3000\\ufeff\\u200b]*[=+\\-@\\t＝＋－＠].*", Pattern.DOTALL);

    private CellText() {}

    /** The text without control characters; one that looks like a formula gets an apostrophe in front. */
    static String safe(String typed) {
        var visible = INVISIBLE.matcher(typed).replaceAll("");
        return FORMULA.matcher(visible).matches() ? "'" + visible : visible;
    }
}
