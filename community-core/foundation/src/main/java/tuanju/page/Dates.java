package tuanju.page;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says when, as neighbours say it: 今天 21:00, 明天 9:00, 4月6日 9:00. Templates call it as {@code @dates}. */
@Component("dates")
@RequiredArgsConstructor
public class Dates {

    /** Business days begin and end here unless a community says otherwise. */
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    private final Clock clock;
    private final MessageSource messages;

    public String when(Instant instant) {
        var there = instant.atZone(SHANGHAI);
        return day(there.toLocalDate()) + " " + TIME.format(there);
    }

    /** A span on one day: 明天 9:00–20:00; on two days both are said. */
    public String span(Instant from, Instant until) {
        var start = from.atZone(SHANGHAI);
        var end = until.atZone(SHANGHAI);
        boolean sameDay = start.toLocalDate().equals(end.toLocalDate());
        return when(from) + "–" + (sameDay ? TIME.format(end) : when(until));
    }

    public String day(Instant instant) {
        return day(instant.atZone(SHANGHAI).toLocalDate());
    }

    /** To the second, for lists and records: 2026-11-22 21:00:05. */
    public String exact(Instant instant) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).format(instant.atZone(SHANGHAI));
    }

    /** Milliseconds of the server's clock, from which pages count down. */
    public long now() {
        return clock.millis();
    }

    private String day(LocalDate day) {
        var locale = LocaleContextHolder.getLocale();
        var today = ZonedDateTime.now(clock.withZone(SHANGHAI)).toLocalDate();
        long ahead = day.toEpochDay() - today.toEpochDay();
        if (ahead >= -1 && ahead <= 1) {
            return messages.getMessage(
                    ahead == 0 ? "page.today" : ahead > 0 ? "page.tomorrow" : "page.yesterday", null, locale);
        }
        boolean sameYear = day.getYear() == today.getYear();
        String pattern = messages.getMessage(sameYear ? "page.day" : "page.day-with-year", null, locale);
        return DateTimeFormatter.ofPattern(pattern, locale).format(day);
    }
}
