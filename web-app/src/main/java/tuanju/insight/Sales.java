package tuanju.insight;

import java.time.LocalDate;
import java.util.List;

/**
 * A period's figures with the period before beside it.
 *
 * @param days every day of the period, also those without sales
 * @param previousDays every day of the period before; as many as days
 */
record Sales(SalesPeriod period, Figures totals, Figures previous, List<Day> days, List<Day> previousDays) {

    /** One business day. */
    record Day(LocalDate day, Figures figures) {}
}
