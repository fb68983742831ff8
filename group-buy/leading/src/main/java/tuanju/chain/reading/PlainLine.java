package tuanju.chain.reading;

import java.util.regex.Pattern;
import tuanju.address.Glyphs;

/** A line without what only decorates it: wide characters made narrow, every multiplication sign one, no emoji. */
final class PlainLine {

    private static final Pattern CHAT_EMOJI = Pattern.compile("\\[\\p{IsHan}{1,4}]");
    private static final Pattern GAPS = Pattern.compile("[ \\t\\x0B\\f\\u00A0\\u3000\\u200B-\\u200F\\u2060\\uFEFF]+");

    private PlainLine() {}

    private static final Pattern KEYCAPS = Pattern.compile("(?:\\d\\uFE0F?\\u20E3)+|\\uD83D\\uDD1F");
    private static final Pattern FORMAL = Pattern.compile("[壹贰叁肆伍陆柒捌玖拾](?=\\s?(?:" + Amounts.UNIT + "))");

    static String of(String written) {
        var counted = FORMAL.matcher(keycaps(written)).replaceAll(found -> formal(found.group()));
        var drawn = new StringBuilder(counted.length());
        counted.codePoints().forEach(character -> drawn.append(plain(character)));
        var text = Glyphs.plainText(CHAT_EMOJI.matcher(drawn).replaceAll(" "));
        return GAPS.matcher(text).replaceAll(" ").strip();
    }

    /** 1️⃣ in front of a line is its number on the list; elsewhere it is a figure like any other. */
    private static String keycaps(String written) {
        return KEYCAPS.matcher(written).replaceAll(found -> {
            var digits = found.group().equals("🔟") ? "10" : found.group().replaceAll("\\D", "");
            return written.substring(0, found.start()).isBlank() ? digits + "、" : digits;
        });
    }

    /** 壹份 is 一份; elsewhere 陆 and 伍 are names. */
    private static String formal(String numeral) {
        return Character.toString("一二三四五六七八九十".charAt("壹贰叁肆伍陆柒捌玖拾".indexOf(numeral)));
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
