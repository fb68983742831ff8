package tuanju.table;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;
import tuanju.command.Plain;
import tuanju.page.Dates;

/**
 * Business days from a first to a last, as somebody picks them.
 *
 * @param first null for as far back as there is anything
 * @param last null for as late as there is anything
 */
public record DayRange(@Nullable LocalDate first, @Nullable LocalDate last) {

    public static final DayRange ALL = new DayRange(null, null);

    /** Refuses with Invalid what is no day, and a last one before the first. */
    public static DayRange read(@Nullable String from, @Nullable String to) {
        var first = from == null || from.isBlank() ? null : Plain.day("from", from);
        var last = to == null || to.isBlank() ? null : Plain.day("to", to);
        if (first != null && last != null && last.isBefore(first)) {
            throw new Invalid("to", "days-backwards");
        }
        return new DayRange(first, last);
    }

    /** "2026-11-01..2026-11-30", as a link from another page says it. Refuses with Invalid what is none. */
    public static DayRange span(String field, @Nullable String said) {
        if (said == null || said.isBlank()) {
            return ALL;
        }
        var ends = said.strip().split("\\.\\.", -1);
        if (ends.length != 2) {
            throw new Invalid(field, "no-days");
        }
        var first = Plain.day(field, ends[0]);
        var last = Plain.day(field, ends[1]);
        if (last.isBefore(first)) {
            throw new Invalid(field, "days-backwards");
        }
        return new DayRange(first, last);
    }

    /** When the first day begins; null without one. */
    public @Nullable Instant begin() {
        return first == null ? null : midnight(first);
    }

    /** When the last day is over; null without one. */
    public @Nullable Instant end() {
        return last == null ? null : midnight(last.plusDays(1));
    }

    /** Whether it begins and ends, and has at most so many days. */
    public boolean isWithin(int days) {
        return first != null && last != null && ChronoUnit.DAYS.between(first, last) < days;
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(Dates.SHANGHAI).toInstant();
    }
}
