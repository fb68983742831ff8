package tuanju.insight;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One number of the dashboard.
 *
 * @param name its message key's last part
 * @param before the same number of the period before, as people read it
 */
record Tile(String name, String value, String before, Change change, Sparkline sparkline) {

    static List<Tile> of(Sales sales) {
        return List.of(
                money("gmv", sales, Figures::gmvFen),
                count("orders", sales, Figures::orders, true),
                average(sales),
                count("buyers", sales, Figures::buyers, true),
                count("newBuyers", sales, Figures::newBuyers, true),
                refunds(sales),
                refundRate(sales),
                success(sales));
    }

    private static Tile money(String name, Sales sales, ToLongFunction<Figures> figure) {
        long now = figure.applyAsLong(sales.totals());
        long before = figure.applyAsLong(sales.previous());
        return new Tile(
                name, Shown.yuan(now), Shown.yuan(before), Change.relative(now, before, true), line(sales, figure));
    }

    private static Tile count(String name, Sales sales, ToLongFunction<Figures> figure, boolean moreIsBetter) {
        long now = figure.applyAsLong(sales.totals());
        long before = figure.applyAsLong(sales.previous());
        return new Tile(
                name,
                Shown.count(now),
                Shown.count(before),
                Change.relative(now, before, moreIsBetter),
                line(sales, figure));
    }

    private static Tile average(Sales sales) {
        var now = sales.totals().averageFen();
        var before = sales.previous().averageFen();
        return new Tile(
                "average",
                Shown.yuan(now),
                Shown.yuan(before),
                Change.relative(now, before, true),
                line(sales, it -> orNone(it.averageFen())));
    }

    private static Tile refunds(Sales sales) {
        long now = sales.totals().refundedFen();
        long before = sales.previous().refundedFen();
        return new Tile(
                "refunds",
                Shown.yuan(now),
                Shown.yuan(before),
                Change.relative(now, before, false),
                line(sales, Figures::refundedFen));
    }

    private static Tile refundRate(Sales sales) {
        var now = sales.totals().refundRate();
        var before = sales.previous().refundRate();
        return new Tile(
                "refundRate",
                Shown.rate(now),
                Shown.rate(before),
                Change.points(now, before, false),
                line(sales, it -> orNone(it.refundRate())));
    }

    private static Tile success(Sales sales) {
        var now = sales.totals().successRate();
        var before = sales.previous().successRate();
        return new Tile(
                "success",
                Shown.rate(now),
                Shown.rate(before),
                Change.points(now, before, true),
                line(sales, it -> orNone(it.successRate())));
    }

    /** Whether the change is one of percentage points. */
    public boolean isRate() {
        return name.equals("refundRate") || name.equals("success");
    }

    private static Sparkline line(Sales sales, ToLongFunction<Figures> figure) {
        return Sparkline.of(sales.days().stream()
                .map(it -> figure.applyAsLong(it.figures()))
                .toList());
    }

    private static long orNone(@Nullable Long value) {
        return value == null ? 0 : value;
    }
}
