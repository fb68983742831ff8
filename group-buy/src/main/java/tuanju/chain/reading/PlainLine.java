package tuanju.chain.reading;

import java.util.regex.Pattern;
import tuanju.address.Glyphs;

/** A line without what only decorates it: wide characters made narrow, every multiplication sign one, no emoji. */
final class PlainLine {

    private static final Pattern CHAT_EMOJI = Pattern.compile("\\[\\p{IsHan}{1,4}]");
    private static final Pattern GAPS = Pattern.compile("[ \\t\\x0B\\f\\u00A0\\u3000\\u200B-\\u200F\\u2060\\uFEFF]+");

    private PlainLine() {}

    static String of(String written) {
        var drawn = new StringBuilder(written.length());
        written.codePoints().forEach(character -> drawn.append(plain(character)));
        var text = Glyphs.plainText(CHAT_EMOJI.matcher(drawn).replaceAll(" "));
        return GAPS.matcher(text).replaceAll(" ").strip();
    }

    private static String plain(int character) {
        return switch (character) {
            case '×', '✖', '✕', '╳', '⨯' -> "×";
            case '➕' -> "+";
            case '→', '➡', '⇒' -> "→";
            case '【', '〔', '「', '《', '{' -> "(";
            case '】', '〕', '」', '》', '}' -> ")";
            case '\uFE0F', '\u20E3', '\u200D' -> "";
            default -> isDrawing(character) ? " " : Character.toString(character);
        };
    }

    private static boolean isDrawing(int character) {
        return switch (Character.getType(character)) {
            case Character.OTHER_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.CONTROL -> character != '\t';
            default -> character == '√';
        };
    }
}
