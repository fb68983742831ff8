package tuanju.points;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The month as a sheet of squares, one a day.
 *
 * @param before empty squares before the first, for a week that begins on Monday
 * @param streak days in a row, up to today or yesterday
 */
record Month(YearMonth month, int before, List<Day> days, int streak, boolean today) {

    /** One square. */
    record Day(LocalDate day, State state) {

        /** What became of it. */
        enum State {
            DONE,
            TODAY,
            PAST,
            AHEAD
        }
    }

    /** Of these check-ins, as of today; with yesterday's, which may be of the month before. */
    static Month of(LocalDate today, List<CheckIn> done) {
        var month = YearMonth.from(today);
        var byDay = done.stream().collect(Collectors.toMap(CheckIn::day, Function.identity()));
        var days = IntStream.rangeClosed(1, month.lengthOfMonth())
                .mapToObj(month::atDay)
                .map(it -> new Day(it, state(it, today, byDay)))
                .toList();
        return new Month(
                month,
                month.atDay(1).getDayOfWeek().getValue() - 1,
                days,
                streak(today, byDay),
                byDay.containsKey(today));
    }

    private static int streak(LocalDate today, Map<LocalDate, CheckIn> byDay) {
        var last = byDay.getOrDefault(today, byDay.get(today.minusDays(1)));
        return last == null ? 0 : last.streak();
    }

    private static Day.State state(LocalDate day, LocalDate today, Map<LocalDate, CheckIn> byDay) {
        if (byDay.containsKey(day)) {
            return Day.State.DONE;
        }
        return day.equals(today) ? Day.State.TODAY : day.isBefore(today) ? Day.State.PAST : Day.State.AHEAD;
    }
}
