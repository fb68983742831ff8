package tuanju.chain.reading;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tuanju.chain.reading.Amounts.Found;
import tuanju.chain.reading.Token.Gap;
import tuanju.chain.reading.Token.Note;

/** What stands beside an order and changes nothing in it: courtesy, a sum of what was counted before, a floor. */
final class Asides {

    private static final String STARTS = "谢多感辛早上中下晚大团你您麻拜劳一总共合";
    private static final String END = "(?=$|[ ,;:!?。、.~()])";
    private static final Pattern COURTESY = Pattern.compile("(?:谢谢|多谢|感谢|辛苦)\\p{IsHan}{0,4}" + END
            + "|(?:早上|上午|中午|下午|晚上|大家|团长|你|您)好[呀啊]?" + END + "|(?:麻烦|拜托|劳驾)(?:你|您|团长)?了?" + END);
    /** In front of a door even 谢谢 may be what somebody calls themselves. */
    private static final Pattern NUMBER_FOLLOWS = Pattern.compile("\\s?\\d");

    private static final Pattern SUM = Pattern.compile(
            "(?:一共|总共|共计|合计|总计|共)(?:是|要)?\\s?:?\\s?[¥￥]?(?:\\d{1,4}(?:\\.\\d{1,2})?|[一二两三四五六七八九十]{1,3})\\s?(?:"
                    + Amounts.UNIT + "|元|块钱?|(?=$|[ ,;。)]))");
    private static final Pattern FLOOR = Pattern.compile("\\d{1,2}\\s?[楼层](?!\\s?\\d)");

    private Asides() {}

    /** @param before what the line said so far: a sum counts only what was counted */
    static @Nullable Found at(String text, int at, List<Token> before) {
        if (STARTS.indexOf(text.charAt(at)) < 0) {
            return null;
        }
        var courtesy = Amounts.looking(COURTESY, text, at);
        if (courtesy != null && !(before.isEmpty() && Amounts.looking(NUMBER_FOLLOWS, text, courtesy.end()) != null)) {
            return new Found(new Gap(courtesy.group()), courtesy.end());
        }
        var sum = before.stream().anyMatch(Token::isGoods) ? Amounts.looking(SUM, text, at) : null;
        return sum == null ? null : new Found(new Gap(sum.group()), sum.end());
    }

    static boolean isCourtesy(String text, int at) {
        return STARTS.indexOf(text.charAt(at)) >= 0 && Amounts.looking(COURTESY, text, at) != null;
    }

    /** A floor alone is no door: it may be a building, too, and is kept as it was written. */
    static @Nullable Found floor(String text, int at) {
        var floor = at == 0 || !Codes.isLatinOrDigit(text.charAt(at - 1)) ? Amounts.looking(FLOOR, text, at) : null;
        return floor == null ? null : new Found(new Note(floor.group()), floor.end());
    }
}
