package tuanju.insight;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tuanju.command.Invalid;

/** Business days from a first to a last, both included; at most a year. Refuses a period that runs backwards or is longer. */
record SalesPeriod(LocalDate from, LocalDate to) {

    static final int MOST_DAYS = 366;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    SalesPeriod {
        if (from.isBefore(EARLIEST)) {
            throw new Invalid("from", "period-out-of-reach");
        }
        if (to.isAfter(LATEST)) {
            throw new Invalid("to", "period-out-of-reach");
        }
        if (to.isBefore(from)) {
            throw new Invalid("to", "period-backwards");
        }
        if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw new Invalid("from", "period-too-long", MOST_DAYS);
        }
    }

    static SalesPeriod lastDays(int days, LocalDate today) {
        return new SalesPeriod(today.minusDays(days - 1L), today);
    }

    static SalesPeriod monthOf(LocalDate today) {
        return new SalesPeriod(today.withDayOfMonth(1), today);
    }

    public int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to)) + 1;
    }

    /** The period of the same length that ends the day before this one begins. */
    public SalesPeriod previous() {
        return new SalesPeriod(from.minusDays(days()), from.minusDays(1));
    }

    public boolean includes(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    List<LocalDate> dates() {
        return from.datesUntil(to.plusDays(1)).toList();
    }
}
