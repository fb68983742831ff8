package tuanju.cycle.export;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole export, understood: all its lines in orders, and where the file disagrees with itself.
 *
 * @param source the tool it comes from, under which its orders are kept
 * @param title of the group buy there; empty where no sheet names it
 * @param firstOrder when the first order was placed, in the community's own time; null where the file does not say
 */
public record ReadExport(
        String source,
        String title,
        @Nullable LocalDateTime firstOrder,
        @Nullable LocalDateTime lastOrder,
        List<ReadOrder> orders,
        List<Difference> differences,
        Totals totals) {

    /** Called after its file where another tool's says no title. */
    public ReadExport titled(String file) {
        var name = file.replaceFirst("\\.[A-Za-z]{3,4}$", "").strip();
        return title.isEmpty() && source.equals(ForeignExport.SOURCE)
                ? new ReadExport(source, name, firstOrder, lastOrder, orders, differences, totals)
                : this;
    }

    /** The same with specs that are known elsewhere, where the file says none. */
    public ReadExport knowing(KnownSpecs specs) {
        var all = orders.stream().map(order -> order.knowing(specs)).toList();
        return new ReadExport(source, title, firstOrder, lastOrder, all, differences, Totals.of(all));
    }

    /** Every line as it stands in the sheet, from top to bottom. */
    public List<ReadLine> lines() {
        return orders.stream()
                .flatMap(order -> order.lines().stream())
                .sorted(Comparator.comparingInt(line -> line.written().row()))
                .toList();
    }
}
