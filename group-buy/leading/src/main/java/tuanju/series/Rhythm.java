package tuanju.series;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import tuanju.command.Invalid;

/**
 * When the rounds of a series begin.
 *
 * @param everyWeeks 1 or 2
 * @param at in the community's own time
 */
record Rhythm(int everyWeeks, DayOfWeek weekday, LocalTime at) {

    Rhythm {
        if (everyWeeks != 1 && everyWeeks != 2) {
            throw new Invalid("everyWeeks", "series-weeks");
        }
    }

    /** As typed: 1 is Monday, 08:00. Refuses with Invalid what cannot be read. */
    static Rhythm read(int everyWeeks, int weekday, String at) {
        if (weekday < 1 || weekday > 7) {
            throw new Invalid("weekday", "series-weekday");
        }
        try {
            return new Rhythm(everyWeeks, DayOfWeek.of(weekday), LocalTime.parse(at.strip()));
        } catch (DateTimeException unreadable) {
            throw new Invalid("at", "series-at");
        }
    }

    /** The first such moment after this one. */
    Instant first(Instant now, ZoneId zone) {
        var here = now.atZone(zone);
        var day = here.toLocalDate().with(TemporalAdjusters.nextOrSame(weekday));
        var moment = day.atTime(at).atZone(zone).toInstant();
        return moment.isAfter(now)
                ? moment
                : day.plusWeeks(1).atTime(at).atZone(zone).toInstant();
    }

    /** The next in the rhythm after this turn that is still to come: what was missed is not made up for. */
    Instant after(Instant turn, Instant now, ZoneId zone) {
        var next = turn.atZone(zone).toLocalDate().plusWeeks(everyWeeks);
        while (!next.atTime(at).atZone(zone).toInstant().isAfter(now)) {
            next = next.plusWeeks(everyWeeks);
        }
        return next.atTime(at).atZone(zone).toInstant();
    }
}
