package tuanju.cycle.export;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One sheet as a table: its columns by name, in whatever order they stand, and its rows. */
record SheetTable(String sheet, Set<String> columns, List<Line> lines) {

    /**
     * One cell.
     *
     * @param formula what the value was computed from; null where it was typed
     * @param broken true where the cell shows an error such as #REF!, or a formula was never computed
     */
    record Cell(String text, @Nullable String formula, boolean broken) {

        static final Cell EMPTY = new Cell("", null, false);

        boolean isBlank() {
            return text.isBlank() && !broken;
        }
    }

    /**
     * One row with its number in the sheet, as the leader sees it.
     *
     * @param written every cell under the name that it has in the file
     * @param names of columns in the file, where this program calls them otherwise
     */
    record Line(int row, Map<String, Cell> cells, Map<String, Cell> written, Map<String, String> names) {

        Line(int row, Map<String, Cell> cells) {
            this(row, cells, cells, Map.of());
        }

        Cell cell(String column) {
            return cells.getOrDefault(column, Cell.EMPTY);
        }

        String name(String column) {
            return names.getOrDefault(column, column);
        }

        boolean isBlank() {
            return cells.values().stream().allMatch(Cell::isBlank);
        }
    }

    boolean has(String... names) {
        return columns.containsAll(List.of(names));
    }

    void require(List<String> names) {
        var missing = names.stream().filter(name -> !columns.contains(name)).collect(Collectors.joining("、"));
        if (!missing.isEmpty()) {
            throw CannotRead.missingColumns(sheet, missing);
        }
    }
}
