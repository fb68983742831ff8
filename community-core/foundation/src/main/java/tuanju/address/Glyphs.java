package tuanju.address;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tuanju.address.AddressFlag.Kind;

/**
 * Reads look-alike characters as the ones that were meant: ５ and 五 as 5, O inside a number as 0, every dash as a hyphen,
 * 號 and 樓 behind a number as 号 and 楼.
 */
public final class Glyphs {

    /** A text in plain characters, and what had to be put right on the way. */
    record Plain(String text, List<AddressFlag> repairs) {}

    private static final Pattern DASH = Pattern.compile("[-‐‑‒–—―−─━﹣－ー~～_]+");
    private static final Pattern BLURRED_NUMBER =
            Pattern.compile("(?<![A-Za-z&&[^OoIl]])(?=[OoIl]*+[0-9])[0-9OoIl]++(?![A-Za-z&&[^OoIl]])");
    private static final Pattern COUNTED =
            Pattern.compile("(?<![零〇○一二两三四五六七八九十百千])[零〇○一二两三四五六七八九十百千]++(?=\\s*(?:号楼|弄|号(?!门)|栋|幢|座|楼|单元|室|房))");
    /** Only behind a number: elsewhere 號, 樓 and 單 belong to names. */
    private static final Pattern TRADITIONAL =
            Pattern.compile("(?<=[0-9A-Za-z零〇○一二兩三四五六七八九十百])\\s*(?:號樓|號門|號|樓|棟樓|棟|單元|層)");

    private static final Pattern SPELLED = Pattern.compile("[零〇○一二三四五六七八九]{3,}");

    private Glyphs() {}

    /** The text in plain characters, whatever had to be put right. */
    public static String plainText(String written) {
        return plain(written).text();
    }

    static Plain plain(String written) {
        var repairs = new ArrayList<AddressFlag>();
        var narrow = narrow(written, repairs);
        var simple = TRADITIONAL.matcher(narrow).replaceAll(found -> simplified(found.group()));
        var dashed = DASH.matcher(simple).replaceAll("-").replace('＃', '#').replace('﹟', '#');
        var sharp = replace(dashed, BLURRED_NUMBER, Kind.LETTER_FOR_DIGIT, repairs);
        var counted = replace(sharp, COUNTED, Kind.CHINESE_NUMERAL, repairs);
        return new Plain(replace(counted, SPELLED, Kind.CHINESE_NUMERAL, repairs), repairs);
    }

    private static String simplified(String word) {
        return word.replace('號', '号')
                .replace('樓', '楼')
                .replace('門', '门')
                .replace('棟', '栋')
                .replace('單', '单')
                .replace('層', '层');
    }

    private static String narrow(String written, List<AddressFlag> repairs) {
        var plain = new StringBuilder();
        boolean wide = false;
        for (char character : written.toCharArray()) {
            if (character >= '！' && character <= '～') {
                var narrow = (char) (character - 0xFEE0);
                wide |= Character.isLetterOrDigit(narrow);
                plain.append(narrow);
            } else {
                plain.append(Character.isSpaceChar(character) || character == '\uFEFF' ? ' ' : character);
            }
        }
        if (wide) {
            repairs.add(Kind.FULL_WIDTH.with(written.strip()));
        }
        return plain.toString();
    }

    private static String replace(String text, Pattern pattern, Kind kind, List<AddressFlag> repairs) {
        return pattern.matcher(text).replaceAll(match -> {
            var number = kind == Kind.LETTER_FOR_DIGIT ? sharpened(match) : ChineseNumeral.read(match.group());
            if (!number.equals(match.group())) {
                repairs.add(kind.with(match.group() + " → " + number));
            }
            return number;
        });
    }

    private static String sharpened(MatchResult match) {
        return match.group().replaceAll("[Oo]", "0").replaceAll("[Il]", "1");
    }
}
