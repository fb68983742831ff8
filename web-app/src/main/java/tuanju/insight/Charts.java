package tuanju.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** What the charts draw: columns as long as days; the previous period's are as long and stand beside them. */
record Charts(
        List<LocalDate> days,
        List<LocalDate> previousDays,
        List<Long> gmvFen,
        List<Long> previousGmvFen,
        List<Long> orders,
        List<Long> formed,
        List<Long> lapsed,
        List<Bar> products) {

    static Charts of(Sales sales, Ranking products) {
        return new Charts(
                column(sales.days(), Sales.Day::day),
                column(sales.previousDays(), Sales.Day::day),
                column(sales.days(), it -> it.figures().gmvFen()),
                column(sales.previousDays(), it -> it.figures().gmvFen()),
                column(sales.days(), it -> it.figures().orders()),
                column(sales.days(), it -> it.figures().formed()),
                column(sales.days(), it -> it.figures().lapsed()),
                products.rows().stream().map(it -> new Bar(it.name(), it.fen())).toList());
    }

    private static <T> List<T> column(List<Sales.Day> days, Function<Sales.Day, T> value) {
        return days.stream().map(value).toList();
    }

    /** One product's sales. */
    record Bar(String name, long fen) {}
}
