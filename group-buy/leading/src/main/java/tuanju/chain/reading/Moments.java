package tuanju.chain.reading;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tuanju.chain.reading.Amounts.Found;
import tuanju.chain.reading.Token.Moment;

/** Reads dates, times of day and spans of time, whose figures count no pieces. */
final class Moments {

    private static final String DAYTIME =
            "(?:今天|明天|后天|昨天|前天|今晚|明晚|周[一二三四五六日天]|星期[一二三四五六日天]|礼拜[一二三四五六日天])?\\s?(?:凌晨|早上|上午|中午|下午|傍晚|晚上)?\\s?";
    private static final String STARTS = "今明后昨前周星礼凌早上中下傍晚一二两三四五六七八九十半几第";
    private static final String CLOCK = "\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s?[AaPp][Mm])?";
    private static final String MONTH = "(?:0?[1-9]|1[0-2])";
    private static final String DAY = "(?:3[01]|[12]\\d|0?[1-9])";
    private static final String ERRAND = "(?:来拿|来取|来领|去拿|再拿|自提|取货|提货|到货|送货|取|拿|领|送|到|要|吃|用)";
    private static final String UNTIL = "(?:之?前|之?后|以前|以后|当天|那天)?" + ERRAND + "?";

    private static final Pattern STAMP =
            Pattern.compile("20\\d{2}\\s?[-/.年]\\s?\\d{1,2}\\s?[-/.月]\\s?\\d{1,2}\\s?[日号]?|\\d{1,2}[-/]\\d{1,2}(?= "
                    + DAYTIME + CLOCK + ")");
    private static final Pattern DATE = Pattern.compile(MONTH + "月" + DAY + "[日号]?" + UNTIL + "|" + MONTH + "[./]" + DAY
            + "(?:[日号](?![楼门栋幢\\d])" + UNTIL + "|(?=\\s?" + DAYTIME + "\\d{1,2}[:点])|(?:之?前|之?后)" + ERRAND + "?|"
            + ERRAND
            + "|(?=$|[ ,;)、。]))|" + DAY
            + "[日号](?:之?前|之?后|以前|以后|当天|早上|上午|中午|下午|晚上|" + ERRAND + ")" + ERRAND + "?");
    private static final Pattern TIME = Pattern.compile(DAYTIME + "(?:" + CLOCK
            + "|(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})点(?!心)(?:半|\\d{1,2}分?|钟)?(?:前|后|左右)?)|(?:凌晨|早上|上午|中午|下午|傍晚|晚上)\\s?\\d{1,2}\\.\\d{2}"
            + "(?:前|后|左右)?|(?:今天|明天|后天|昨天|前天|今晚|明晚|上午|下午|晚上)(?=\\s|$)");
    /** 周六来拿; 周六 alone may be somebody. */
    private static final Pattern WEEKDAY =
            Pattern.compile("(?:周|星期|礼拜)[一二三四五六日天](?:早上|上午|中午|下午|晚上|晚|早)?\\s?(?:之?前|之?后)?" + ERRAND);

    private static final Pattern SPAN = Pattern.compile(
            "(?:\\d{1,3}|[一二两三四五六七八九十半几])(?:个?(?:小时|钟头|月|星期|礼拜)|分钟|天|周(?![一二三四五六日天])|年)(?:[之以]?[前后内]|左右)?" + ERRAND
                    + "?");
    /** 第3期 counts how often there was a list. */
    private static final Pattern EDITION = Pattern.compile("第\\s?(?:\\d{1,4}|[一二三四五六七八九十]{1,3})\\s?(?:期|届|波|轮|车|批|弹)");

    private Moments() {}

    static @Nullable Found at(String text, int at) {
        char here = text.charAt(at);
        if (!Character.isDigit(here) && STARTS.indexOf(here) < 0) {
            return null;
        }
        if (at > 0 && Codes.isLatinOrDigit(text.charAt(at - 1)) && Character.isDigit(text.charAt(at))) {
            return null;
        }
        int end = endOfDate(text, at);
        int clock = end;
        while (clock > at && clock < text.length() && text.charAt(clock) == ' ') {
            clock++;
        }
        var time = clock < text.length() ? Amounts.looking(TIME, text, clock) : null;
        if (time != null && time.end() > clock) {
            end = time.end();
        }
        for (var pattern : new Pattern[] {WEEKDAY, SPAN, EDITION}) {
            var found = end == at ? Amounts.looking(pattern, text, at) : null;
            end = found == null ? end : found.end();
        }
        return end == at ? null : new Found(new Moment(text.substring(at, end).strip()), end);
    }

    private static int endOfDate(String text, int at) {
        for (var pattern : new Pattern[] {STAMP, DATE}) {
            var found = Amounts.looking(pattern, text, at);
            if (found != null) {
                return found.end();
            }
        }
        return at;
    }

    /** Where a line goes on behind the time it was sent at: [11-22 20:17] 3、于娜. */
    static int endOfStamp(String text) {
        int from = text.startsWith("[") || text.startsWith("(") ? 1 : 0;
        var sent = from < text.length() ? at(text, from) : null;
        if (sent == null) {
            return 0;
        }
        int end = sent.end();
        while (end < text.length() && " ])".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end > sent.end() && end < text.length() ? end : 0;
    }
}
