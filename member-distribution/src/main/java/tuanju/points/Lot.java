package tuanju.points;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.database.Ids;

/**
 * Points that are got together and end together.
 *
 * @param order which they are for or came back from; null for a check-in
 */
record Lot(UUID id, Rule rule, @Nullable UUID order, int points, Instant usableFrom, Instant endsAt) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int MONTHS = 12;
    private static final int DAYS_AGAIN = 30;

    /** What gave them. */
    enum Rule {
        ORDER,
        CHECK_IN,
        /** They came back from an order when those they were had ended. */
        GIVEN_BACK
    }

    /** Twelve months, to the end of that month. */
    static Lot got(Rule rule, @Nullable UUID order, int points, Instant now, Instant usableFrom) {
        var last = LocalDate.ofInstant(now, ZONE).plusMonths(MONTHS);
        var ends = last.withDayOfMonth(1).plusMonths(1).atStartOfDay(ZONE).toInstant();
        return new Lot(Ids.next(), rule, order, points, usableFrom, ends);
    }

    /** Their time was over while an order had them: thirty days more, for that was not their owner's choice alone. */
    static Lot again(UUID order, int points, Instant now) {
        var last = LocalDate.ofInstant(now, ZONE).plusDays(DAYS_AGAIN + 1L);
        return new Lot(
                Ids.next(),
                Rule.GIVEN_BACK,
                order,
                points,
                now,
                last.atStartOfDay(ZONE).toInstant());
    }

    /** The business day it is. */
    static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /** The last day on which something that ends then can be used. */
    static LocalDate lastDay(Instant ends) {
        return LocalDate.ofInstant(ends.minusMillis(1), ZONE);
    }
}
