package tuanju.cycle.export;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tuanju.command.Invalid;

/**
 * Which columns of another tool's export say what, as a leader has said once for all files with these headers.
 *
 * @param columns what each of their columns says; those that are not here are kept as they stand and say nothing
 */
public record ColumnMap(Map<String, OrderColumn> columns) {

    private static final Set<OrderColumn> NEEDED =
            EnumSet.of(OrderColumn.NAME, OrderColumn.PRODUCT, OrderColumn.QUANTITY);

    public ColumnMap {
        columns = Map.copyOf(columns);
    }

    /** Refuses with Invalid where a name, the goods or their number is not among them, or two columns say one thing. */
    public ColumnMap usable() {
        if (!columns.values().containsAll(NEEDED)) {
            throw new Invalid("columns", "import-columns-needed");
        }
        byMeaning().forEach((meaning, headers) -> {
            if (headers.size() > 1 && !meaning.mayStandTwice()) {
                throw new Invalid("columns", "import-columns-twice", String.join("、", headers));
            }
        });
        return this;
    }

    boolean has(OrderColumn column) {
        return columns.containsValue(column);
    }

    /** Their columns by what they say, in the sequence of their names. */
    Map<OrderColumn, List<String>> byMeaning() {
        return new TreeMap<>(columns)
                .entrySet().stream()
                        .collect(Collectors.groupingBy(
                                Map.Entry::getValue,
                                () -> new EnumMap<>(OrderColumn.class),
                                Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    }
}
