package tuanju.insight;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sales of a period as the REST interface tells them; rates in basis points, null where there is nothing to divide by. */
record SalesAnswer(Period period, Totals totals, Previous previous, List<Day> days) {

    static SalesAnswer of(Sales sales) {
        return new SalesAnswer(
                Period.of(sales.period()),
                Totals.of(sales.totals()),
                new Previous(Period.of(sales.period().previous()), Totals.of(sales.previous())),
                sales.days().stream()
                        .map(it -> new Day(it.day(), Totals.of(it.figures())))
                        .toList());
    }

    /** Business days, both included. */
    record Period(LocalDate from, LocalDate to) {
        static Period of(SalesPeriod period) {
            return new Period(period.from(), period.to());
        }
    }

    /** The period of the same length just before. */
    record Previous(Period period, Totals totals) {}

    /** One business day. */
    record Day(LocalDate day, Totals totals) {}

    /** What a day or a period came to. */
    record Totals(
            long gmvFen,
            long paidOrders,
            @Nullable Long averageOrderFen,
            long pieces,
            long buyers,
            long newBuyers,
            long refunds,
            long refundedFen,
            @Nullable Long refundRateBasisPoints,
            long teamsFormed,
            long teamsLapsed,
            @Nullable Long teamSuccessBasisPoints,
            long importedOrders,
            long importedFen) {

        static Totals of(Figures figures) {
            return new Totals(
                    figures.gmvFen(),
                    figures.orders(),
                    figures.averageFen(),
                    figures.pieces(),
                    figures.buyers(),
                    figures.newBuyers(),
                    figures.refunds(),
                    figures.refundedFen(),
                    figures.refundRate(),
                    figures.formed(),
                    figures.lapsed(),
                    figures.successRate(),
                    figures.imported(),
                    figures.importedFen());
        }
    }
}
