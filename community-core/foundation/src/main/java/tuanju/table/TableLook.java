package tuanju.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import tuanju.command.Invalid;

/**
 * How somebody looks at a long table, as it stands in the address, so that a view can be shared: what is picked out, by
 * which column it goes and after which row it begins.
 *
 * @param path the table's page; its files are at the same path with an ending
 * @param picked what is picked out, by filter; none of it empty
 * @param columns which columns are shown beside the first one; empty for all
 * @param sort the column it goes by, with a "-" before it where the largest comes first
 * @param after the last row of the page before; null on the first one
 */
public record TableLook(
        String path,
        Map<String, String> picked,
        List<String> columns,
        String sort,
        @Nullable String after) {

    private static final String LARGEST_FIRST = "-";

    /** What a question says: each of its components is a filter, but "sort", "after" and "sum". */
    public static TableLook of(String path, Record question, String usualSort) {
        var asked = Questions.said(question);
        var after = Questions.after(question);
        return of(path, asked, usualSort, after == null || after.isBlank() ? null : after.strip());
    }

    /** What was asked, less what was left empty; sorted the usual way where nobody says how. */
    public static TableLook of(
            String path, Map<String, @Nullable String> asked, String usualSort, @Nullable String after) {
        var picked = new LinkedHashMap<String, String>();
        asked.forEach((name, value) -> {
            if (value != null && !value.isBlank()) {
                picked.put(name, value.strip());
            }
        });
        var sort = picked.remove("sort");
        return new TableLook(path, picked, List.of(), sort == null ? usualSort : sort, after);
    }

    /** The same rows, from the first one. */
    public TableLook fromTheBeginning() {
        return new TableLook(path, picked, columns, sort, null);
    }

    /** The same rows, of which these columns are shown; all where none is named. */
    public TableLook showing(List<String> columns) {
        var named = columns.stream().filter(it -> !it.isBlank()).map(String::strip);
        return new TableLook(path, picked, named.distinct().toList(), sort, after);
    }

    /**
     * Those of a table's columns that are shown, in the table's own order. The first, which says what a row is, always is.
     * Refuses with Invalid a column there is not.
     */
    public <T> List<TableColumn<T>> shown(List<TableColumn<T>> all) {
        var names = all.stream().map(TableColumn::name).toList();
        if (!names.containsAll(columns)) {
            throw new Invalid("columns", "one-of", names.stream().collect(Collectors.joining(", ")));
        }
        return all.stream()
                .filter(it -> columns.isEmpty() || it == all.getFirst() || columns.contains(it.name()))
                .toList();
    }

    /** Whether this column was chosen among others; the chooser of a page that shows all of them has none ticked off. */
    public boolean shows(String column) {
        return columns.isEmpty() || columns.contains(column);
    }

    /** What this filter picks out; empty where it picks nothing. */
    public String picked(String filter) {
        return picked.getOrDefault(filter, "");
    }

    public boolean isNarrowed() {
        return !picked.isEmpty();
    }

    public String column() {
        return largestFirst() ? sort.substring(1) : sort;
    }

    public boolean largestFirst() {
        return sort.startsWith(LARGEST_FIRST);
    }

    /** In the words of aria-sort; null for a column it does not go by. */
    public @Nullable String direction(String column) {
        return !column.equals(column()) ? null : largestFirst() ? "descending" : "ascending";
    }

    /** The same rows by this column: the largest first, or the other way round where they are so already. */
    public String by(String column) {
        var turned = sort.equals(LARGEST_FIRST + column) ? column : LARGEST_FIRST + column;
        return address(path, it -> true, turned);
    }

    /** The first page of the same look. */
    public String first() {
        return address(path, it -> true, sort);
    }

    /** The same as it stands behind the "?" of an address. */
    public String query() {
        return first().substring(path.length() + 1);
    }

    /** The same, with all rows added up, however many they are. */
    public String summed() {
        return first() + "&sum=all";
    }

    /** The same rows, all of them, as a file: "csv" or "xlsx". */
    public String file(String ending) {
        return address(path + "." + ending, it -> true, sort);
    }

    /** The same look, but for one filter. */
    public String without(String filter) {
        return address(path, it -> !it.equals(filter), sort);
    }

    private String address(String where, Predicate<String> which, String order) {
        var address = UriComponentsBuilder.fromPath(where);
        picked.forEach((name, value) -> {
            if (which.test(name)) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        if (!columns.isEmpty()) {
            address.queryParam("columns", columns.stream().collect(Collectors.joining(",")));
        }
        return address.queryParam("sort", order).encode().buildAndExpand(picked).toUriString();
    }
}
