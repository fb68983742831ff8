package tuanju.memberday;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;

/**
 * When a member day comes again: one day of each week or of each month, and within which minutes of it in Shanghai.
 *
 * @param weekday 1 for Monday to 7; null where it comes each month
 * @param monthDay 1 to 28, which every month has; null where it comes each week
 * @param until 1440 for midnight
 */
record Rhythm(@Nullable Integer weekday, @Nullable Integer monthDay, int from, int until) {

    static final int MIDNIGHT = 24 * 60;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int DAYS_OF_WEEK = 7;
    private static final int SHORTEST_MONTH = 28;

    Rhythm {
        if ((weekday == null) == (monthDay == null)
                || weekday != null && (weekday < 1 || weekday > DAYS_OF_WEEK)
                || monthDay != null && (monthDay < 1 || monthDay > SHORTEST_MONTH)) {
            throw new Invalid("day", "member-day-day");
        }
        if (from < 0 || until > MIDNIGHT || from >= until) {
            throw new Invalid("from", "member-day-window");
        }
    }

    /** Whether it runs then. */
    boolean runsAt(Instant now) {
        var local = LocalDateTime.ofInstant(now, ZONE);
        int minute = local.getHour() * 60 + local.getMinute();
        return isOn(local.toLocalDate()) && minute >= from && minute < until;
    }

    /** When it begins next, or where it runs has begun. */
    Instant next(Instant now) {
        var day = LocalDateTime.ofInstant(now, ZONE).toLocalDate();
        while (!isOn(day) || !end(day).isAfter(now)) {
            day = day.plusDays(1);
        }
        return day.atTime(LocalTime.of(from / 60, from % 60)).atZone(ZONE).toInstant();
    }

    /** When the one that runs, or comes next, ends. */
    Instant ends(Instant now) {
        return end(LocalDate.ofInstant(next(now), ZONE));
    }

    private Instant end(LocalDate day) {
        return day.atStartOfDay(ZONE).plusMinutes(until).toInstant();
    }

    private boolean isOn(LocalDate day) {
        return weekday != null
                ? day.getDayOfWeek() == DayOfWeek.of(weekday)
                : monthDay != null && day.getDayOfMonth() == monthDay;
    }

    /** 9:00 as it is typed. */
    public String fromText() {
        return text(from);
    }

    public String untilText() {
        return text(until);
    }

    public boolean isWholeDay() {
        return from == 0 && until == MIDNIGHT;
    }

    private static String text(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }
}
