package tuanju.page;

import java.util.regex.Pattern;

/** Text that a spreadsheet program takes as text, whatever somebody typed into a name or a note. */
public final class CellText {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}&&[^\\t\\r\\n]]");

    /** What starts a formula in some program, in half and full width, also behind what nobody sees. */
    private static final Pattern FORMULA =
            Pattern.compile("^[\\s\\p{Z}\\p{Cf}]*[=+\\-@＝＋－＠].*|^[\\t\\r\\n].*", Pattern.DOTALL);

    private CellText() {}

    /** The text without control characters; one that looks like a formula gets an apostrophe in front. */
    public static String safe(String typed) {
        var visible = INVISIBLE.matcher(typed).replaceAll("");
        return FORMULA.matcher(visible).matches() ? "'" + visible : visible;
    }
}
