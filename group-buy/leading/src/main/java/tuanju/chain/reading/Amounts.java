package tuanju.chain.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tuanju.address.ChineseNumeral;
import tuanju.chain.reading.Token.Odd;
import tuanju.chain.reading.Token.Pieces;
import tuanju.chain.reading.Token.Price;
import tuanju.chain.reading.Token.Rough;
import tuanju.chain.reading.Token.Size;

/** Reads amounts at a place of a line: pieces, sizes, prices. Every pattern is bounded, so a line costs its length. */
final class Amounts {

    static final String UNIT = "公斤|千克|kg|KG|份|箱|盒|个|件|斤|袋|瓶|包|只|条|块|提|桶|组|套|把|颗|棵|串|筐|框|罐|板|扎|枚|捆|杯|支|根|单|打|对|盆|听"
            + "|片|枝|卷|粒|托|张(?!\\p{IsHan})|双|壶|坛|尾|头|笼|屉|碗|盘|碟|束|朵|篮";
    private static final String HAN = "[二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九]";
    private static final String NUMBER = "\\d{1,4}|" + HAN;
    /** 2个小时, 3个人 and 5块钱 count no goods; 1份月饼 does. */
    private static final String NOT_TIME = "(?!(?<=个)\\s?(?:小时|月(?!饼)|人|钟|星期|问题|头)|(?<=块)钱|\\s?装)";

    private static final Pattern ODD =
            Pattern.compile("(?:(?:" + NUMBER + ")\\s?[-到至或]\\s?(?:" + NUMBER + ")|\\d{1,3}\\.\\d{1,2}|半)\\s?(?:" + UNIT
                    + ")" + NOT_TIME + "|(?:" + NUMBER + ")(?:" + UNIT + ")半|\\d{1,3}\\s?分(?![钟之])");
    private static final Pattern TIMES = Pattern.compile(
            "[×xX*+]\\s?(?<number>" + NUMBER + ")(?:\\s?(?<unit>" + UNIT + ")" + NOT_TIME + ")?(?![\\d.]\\d)");
    private static final Pattern COUNTED =
            Pattern.compile("(?<number>" + NUMBER + ")\\s?(?<unit>" + UNIT + ")" + NOT_TIME);
    /** 俩 and 仨 hold their unit in themselves; 我俩 are people. */
    private static final Pattern TOGETHER = Pattern.compile(
            "(?<![我你他她咱们家])(?:[×xX*+]\\s?)?(?<number>[俩仨])(?:\\s?(?<unit>" + UNIT + ")" + NOT_TIME + ")?");

    private static final Pattern BEFORE_GOODS =
            Pattern.compile("(?<number>\\d{1,3})\\s?[×xX*](?<unit>)(?![\\dA-Za-z])");
    private static final Pattern SIZE = Pattern.compile("(?<size>(?:\\d{1,4}(?:\\.\\d)?|" + HAN
            + ")\\s?(?:斤|公斤|kg|g|克|两|个|枚|只|粒|盒|袋|杯|瓶|包|片|块|条|支|罐|颗|串|听|ml|毫升|升|l|L|寸))\\s?(?:装的?|/(?:份|盒|箱|袋|串|个|包|瓶|只|桶)"
            + "|(?<whole>[一每/](?:箱|盒|袋|包|份|板|提|瓶|筐|桶|罐|篮|托|件|套|组)装?)|的)");
    private static final Pattern ROUGH =
            Pattern.compile("(?:(?:" + NUMBER + ")\\s?[-到至]\\s?)?(?:\\d{1,4}(?:\\.\\d)?|" + HAN
                    + ")\\s?(?:斤|公斤|kg|g|克|两|寸|cm|厘米)\\s?(?:(?:左右|上下|以上|以下|以内|以外|出头)的?)|(?:" + NUMBER
                    + ")\\s?[-到至]\\s?(?:" + NUMBER
                    + ")\\s?(?:斤|公斤|两|寸)\\s?(?:一[只个条]|的)");
    private static final Pattern ALONE = Pattern.compile("(?<number>" + HAN + ")(?<unit>)(?!\\p{IsHan}|[\\d.:])");
    /** Nobody is handed 500 grams or a litre: that is what one piece holds. */
    private static final Pattern MEASURED = Pattern.compile(
            "(?<size>\\d{1,4}(?:\\.\\d)?\\s?(?:g|克|ml|毫升|升|寸))(?![A-Za-z]|(?![一二两俩仨三四五六七八九十半的装])\\p{IsHan})");

    private static final Pattern HAN_SIZE =
            Pattern.compile("(?:" + HAN + ")(?=斤|公斤|个|枚|只|粒|盒|袋|杯|瓶|包|片|块|条|支|罐|颗|串|听|寸|根|张)");
    private static final Pattern PRICE = Pattern.compile(
            "[¥￥$]\\s?\\d{1,6}(?:\\.\\d{1,2})?(?:元|块)?(?:/\\p{IsHan})?|\\d{1,6}(?:\\.\\d{1,2})?\\s?(?:元|块钱|块/|rmb)(?:/?[一每]?\\p{IsHan}(?=\\s|$|[,;]))?");
    private static final Pattern OF_EACH =
            Pattern.compile("(?<number>" + NUMBER + ")(?:\\s?(?<unit>" + UNIT + "))?(?!\\d)");

    private static final Pattern PAID_SUM =
            Pattern.compile("\\s?[:¥￥]?\\s?(?<sum>\\d{1,5}(?:\\.\\d{1,2})?)\\s?(?:元|块钱?)?(?=$|[ ,;。、)])");

    private Amounts() {}

    /** A token and where it ends. */
    record Found(Token token, int end) {}

    static @Nullable Found price(String text, int at) {
        if (!Character.isDigit(text.charAt(at)) && "¥￥$".indexOf(text.charAt(at)) < 0) {
            return null;
        }
        var price = looking(PRICE, text, at);
        return price == null ? null : new Found(new Price(price.group()), price.end());
    }

    static @Nullable Found size(String text, int at) {
        if (!counts(text.charAt(at))) {
            return null;
        }
        var said = looking(SIZE, text, at);
        var size = said == null ? looking(MEASURED, text, at) : said;
        if (size == null) {
            return null;
        }
        boolean whole = said != null && said.group("whole") != null;
        return new Found(new Size(ofDigits(size.group("size")), whole), size.end());
    }

    /** A size in figures: 五斤 as 5斤. */
    static String ofDigits(String size) {
        return HAN_SIZE.matcher(size.replace(" ", "")).replaceAll(found -> ChineseNumeral.read(found.group()));
    }

    /** What a piece should weigh, roughly. */
    static @Nullable Found rough(String text, int at) {
        var rough = counts(text.charAt(at)) ? looking(ROUGH, text, at) : null;
        return rough == null ? null : new Found(new Rough(rough.group()), rough.end());
    }

    /** 一 in 苹果一 梨二, right behind the goods. */
    static @Nullable Found alone(String text, int at) {
        var alone = at < text.length() && counts(text.charAt(at)) ? looking(ALONE, text, at) : null;
        return alone == null ? null : new Found(pieces(alone), alone.end());
    }

    /** Pieces that are pieces beyond doubt, or an amount that cannot be. */
    static @Nullable Found pieces(String text, int at) {
        if (!counts(text.charAt(at)) && "×xX*+".indexOf(text.charAt(at)) < 0) {
            return null;
        }
        var odd = looking(ODD, text, at);
        if (odd != null) {
            return new Found(new Odd(odd.group()), odd.end());
        }
        boolean inWord = at > 1
                && Codes.isLatin(text.charAt(at - 1))
                && Codes.isLatin(text.charAt(at))
                && Codes.isLatin(text.charAt(at - 2));
        var times = inWord ? null : looking(TIMES, text, at);
        var counted = times == null ? looking(COUNTED, text, at) : times;
        var together = counted == null ? looking(TOGETHER, text, at) : counted;
        var found = together == null ? looking(BEFORE_GOODS, text, at) : together;
        boolean ordinal = at > 0 && text.charAt(at - 1) == '第';
        return found == null || ordinal ? null : new Found(pieces(found), found.end());
    }

    /** Whether an amount may begin here: pieces, or a bare number. */
    static boolean starts(String text, int at) {
        return at < text.length() && (pieces(text, at) != null || Character.isDigit(text.charAt(at)));
    }

    /** 已付40 and 转了85元 say how much was paid; a number of pieces does not belong to it. */
    static int endOfPaid(String text, int at) {
        var paid = looking(PAID_SUM, text, at);
        return paid == null || pieces(text, paid.start("sum")) != null ? at : paid.end();
    }

    /** The number behind 各, which needs no unit. */
    static @Nullable Found ofEach(String text, int at) {
        var found = looking(OF_EACH, text, at);
        return found == null ? null : new Found(pieces(found), found.end());
    }

    private static Token pieces(Matcher found) {
        var number = found.group("number").replace('俩', '二').replace('仨', '三');
        int count = Integer.parseInt(Character.isDigit(number.charAt(0)) ? number : ChineseNumeral.read(number));
        var unit = found.group("unit");
        return new Pieces(count, unit == null ? "" : unit);
    }

    /** Whether a number may begin with this. */
    private static boolean counts(char here) {
        return here >= '0' && here <= '9' || "一二两俩仨三四五六七八九十半".indexOf(here) >= 0;
    }

    static @Nullable Matcher looking(Pattern pattern, String text, int at) {
        var matcher = pattern.matcher(text);
        matcher.region(at, text.length());
        matcher.useTransparentBounds(true);
        return matcher.lookingAt() ? matcher : null;
    }
}
