package tuanju.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/** What people can have meant: texts that a table can keep and everybody reads alike, and times of this century. */
public final class Plain {

    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);

    /** Embeddings, overrides and isolates: with them "gpj.exe" is shown as "exe.jpg". Chinese and English need none. */
    private static final Pattern TURNS_READING = Pattern.compile("[\u202A-\u202E\u2066-\u2069]");

    /** A surrogate without its other half. */
    private static final Pattern HALF_A_LETTER = Pattern.compile("\\p{Cs}");

    private static final int LONGEST_NAME = 100;

    private Plain() {}

    /** A field's name as it may be said back to whoever sent it. */
    static String name(String sent) {
        var plain = sent.replaceAll("\\p{Cntrl}", "");
        return plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }

    /** The text without what turns the direction of reading; phones copy it along with numbers, unseen. */
    public static String legible(String text) {
        return TURNS_READING.matcher(text).replaceAll("");
    }

    /** The text itself; refuses NUL and halves of letters with Invalid for this field. */
    public static String text(String field, String text) {
        if (text.indexOf('\0') >= 0 || HALF_A_LETTER.matcher(text).find()) {
            throw new Invalid(field, "text-unusable");
        }
        return text;
    }

    /** The day written as 2026-11-22; refuses everything else, and days that nobody means, with Invalid for this field. */
    public static LocalDate day(String field, String typed) {
        try {
            return day(field, LocalDate.parse(typed.strip()));
        } catch (DateTimeException noDay) {
            throw new Invalid(field, "day-unusable");
        }
    }

    /** The day itself; refuses one that nobody means with Invalid for this field. */
    public static LocalDate day(String field, LocalDate day) {
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            throw new Invalid(field, "day-unusable");
        }
        return day;
    }

    /** The time written as 2026-11-22T09:00; refuses everything else with Invalid for this field. */
    public static LocalDateTime localTime(String field, String typed) {
        try {
            var time = LocalDateTime.parse(typed.strip());
            day(field, time.toLocalDate());
            return time;
        } catch (DateTimeException noTime) {
            throw new Invalid(field, "time-unusable");
        }
    }

    /** The time itself; refuses one that nobody means with Invalid for this field. */
    public static Instant time(String field, Instant time) {
        if (time.isBefore(FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC))
                || !time.isBefore(LAST_DAY.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC))) {
            throw new Invalid(field, "time-unusable");
        }
        return time;
    }
}
