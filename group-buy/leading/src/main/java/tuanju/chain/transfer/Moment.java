package tuanju.chain.transfer;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a line says that money came, and what the line says without it.
 *
 * @param when as far as it is said, to the minute: 2026-11-28 12:01, 11-28 12:01, 12:01, or empty
 */
record Moment(String when, String rest) {

    private static final String CLOCK = "(?<hour>[01]?\\d|2[0-3]):(?<minute>[0-5]\\d)(?::[0-5]\\d)?(?!\\d)";
    /** Without a year or 月 two figures are a door as well, so a time has to follow. */
    private static final Pattern DATED =
            Pattern.compile("(?<!\\d)(?:(?<year>20\\d{2})[-/.年]\\s?)?(?<month>1[0-2]|0?[1-9])[-/.月]\\s?"
                    + "(?<day>3[01]|[12]\\d|0?[1-9])日?(?:,?\\s*|T)(?:上午|下午|晚上)?\\s?" + CLOCK);

    private static final Pattern DAY = Pattern.compile(
            "(?<!\\d)(?:(?<year>20\\d{2})[-/.年]\\s?(?<month>1[0-2]|0?[1-9])[-/.月]\\s?(?<day>3[01]|[12]\\d|0?[1-9])(?:日|(?!\\d))"
                    + "|(?<month2>1[0-2]|0?[1-9])月(?<day2>3[01]|[12]\\d|0?[1-9])日?)");
    private static final Pattern TIMED = Pattern.compile("(?:(?:今天|昨天|前天|上午|下午|晚上)\\s?)*(?<!\\d)" + CLOCK);

    static Moment in(String text) {
        var dated = DATED.matcher(text);
        if (dated.find()) {
            return new Moment(
                    day(dated.group("year"), dated.group("month"), dated.group("day")) + " " + clock(dated),
                    rest(text, dated));
        }
        var day = DAY.matcher(text);
        var timed = TIMED.matcher(text);
        if (day.find()) {
            boolean chinese = day.group("month2") != null;
            return new Moment(
                    day(
                            day.group("year"),
                            day.group(chinese ? "month2" : "month"),
                            day.group(chinese ? "day2" : "day")),
                    rest(text, day));
        }
        return timed.find() ? new Moment(clock(timed), rest(text, timed)) : new Moment("", text);
    }

    private static String day(@Nullable String year, String month, String day) {
        return (year == null ? "" : year + "-") + two(month) + "-" + two(day);
    }

    private static String clock(MatchResult at) {
        return two(at.group("hour")) + ":" + at.group("minute");
    }

    private static String two(String figures) {
        return figures.length() == 1 ? "0" + figures : figures;
    }

    private static String rest(String text, MatchResult found) {
        return text.substring(0, found.start()) + " " + text.substring(found.end());
    }
}
