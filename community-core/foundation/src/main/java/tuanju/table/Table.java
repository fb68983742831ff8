package tuanju.table;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of a long table as the fragment {@code table/_table} shows it.
 *
 * @param offered all columns there are, to choose from
 * @param columns those that are shown
 * @param rows a cell for each column that is shown
 * @param next after which row the next page begins; null on the last one
 * @param total what all rows that match come to, by column; empty where they are too many to be added up unasked
 * @param most more than these are not added up unasked
 */
public record Table<T>(
        TableLook look,
        List<TableFilter> filters,
        List<TableColumn<T>> offered,
        List<TableColumn<T>> columns,
        List<List<TableCell>> rows,
        @Nullable String next,
        Map<String, Object> total,
        int most) {

    /** The rows of a page, each cell by cell. Refuses with Invalid a look at columns there are not. */
    public static <T> Table<T> of(
            TableLook look, List<TableFilter> filters, List<TableColumn<T>> columns, Rows<T> found) {
        var shown = look.shown(columns);
        var rows = found.shown().stream()
                .map(row -> shown.stream().map(it -> it.cell().apply(row)).toList())
                .toList();
        return new Table<>(look, filters, columns, shown, rows, found.next(), found.total(), found.most());
    }

    /** What was found: this page's rows, where the next begins, and what all come to. */
    public record Rows<T>(List<T> shown, @Nullable String next, Map<String, Object> total, int most) {}

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
