package tuanju.cycle.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tuanju.command.Fingerprint;

/**
 * An export of a tool that this program does not know: its longest sheet, with columns that its leader says the meaning of
 * once. Refuses with {@link CannotRead}.
 */
public final class ForeignExport {

    /** The name under which its orders are kept. */
    public static final String SOURCE = "other-tool";

    private static final Set<String> FOREIGN =
            Set.of("workbook-no-order-sheet", "workbook-columns-missing", "workbook-column-repeated");
    private static final int SAMPLES = 3;
    private static final int LONGEST_SAMPLE = 40;

    private final SheetTable table;
    private final List<String> others;

    private ForeignExport(List<SheetTable> tables) {
        this.table = tables.stream()
                .max(Comparator.comparingInt(sheet -> sheet.lines().size()))
                .filter(sheet -> !sheet.lines().isEmpty())
                .orElseThrow(CannotRead::noOrderSheet);
        this.others = tables.stream()
                .filter(sheet -> sheet != table && !sheet.lines().isEmpty())
                .map(SheetTable::sheet)
                .toList();
    }

    /**
     * A column of the file.
     *
     * @param samples what stands in it, some cells
     * @param guess what its name sounds like; null where it says nothing to us
     */
    public record Column(
            String name, List<String> samples, @Nullable OrderColumn guess) {}

    /** Whether a refusal only says that the columns are another tool's. */
    public static boolean isReason(CannotRead refusal) {
        return FOREIGN.contains(refusal.getType());
    }

    public static ForeignExport in(byte[] file) {
        return new ForeignExport(WorkbookTables.ofAnyTool(file));
    }

    /** The same for all files with these headers, in whatever sequence. */
    public String signature() {
        return Fingerprint.of(table.columns().stream().sorted().toList());
    }

    public String sheet() {
        return table.sheet();
    }

    /** Sheets of which nothing is read. */
    public List<String> others() {
        return others;
    }

    public List<Column> columns() {
        var guessed = new HashSet<OrderColumn>();
        var columns = new ArrayList<Column>();
        for (var name : table.columns()) {
            columns.add(new Column(name, samples(name), guess(name, guessed)));
        }
        return columns;
    }

    private List<String> samples(String column) {
        return table.lines().stream()
                .map(line -> line.cell(column).text().strip())
                .filter(text -> !text.isEmpty())
                .distinct()
                .limit(SAMPLES)
                .map(text -> text.length() <= LONGEST_SAMPLE ? text : text.substring(0, LONGEST_SAMPLE - 1) + "…")
                .toList();
    }

    private static @Nullable OrderColumn guess(String name, Set<OrderColumn> guessed) {
        for (var column : OrderColumn.values()) {
            if (column.isUsuallyCalled(name) && (guessed.add(column) || column.mayStandTwice())) {
                return column;
            }
        }
        return null;
    }

    /** Every line, read with what its columns were said to mean; no column and no line is dropped. */
    public ReadExport read(ColumnMap map) {
        var meanings = map.usable().byMeaning();
        var renamed =
                table.lines().stream().map(line -> Renamed.line(line, meanings)).toList();
        var lines = renamed.stream()
                .filter(ForeignExport::isOrder)
                .map(OrderSheetReader::line)
                .toList();
        if (lines.isEmpty()) {
            throw CannotRead.noLines(table.sheet());
        }
        var orders = ExportOrders.of(lines, ProductSummary.of(null), false);
        var told = map.has(OrderColumn.PHONE)
                ? orders
                : orders.stream().map(ForeignExport::withoutPhones).toList();
        return new ReadExport(SOURCE, "", null, null, told, leftOut(renamed), Totals.of(told));
    }

    private static boolean isOrder(SheetTable.Line line) {
        return !line.cell(OrderColumn.NAME.known()).isBlank()
                || !line.cell(OrderColumn.PRODUCT.known()).isBlank();
    }

    /** What is in the file and in no order. */
    private List<Difference> leftOut(List<SheetTable.Line> lines) {
        var leftOut = lines.stream()
                .filter(line -> !isOrder(line))
                .map(line -> new Difference(
                        Difference.Kind.LEFT_OUT,
                        Integer.toString(line.row()),
                        line.written().values().stream()
                                .map(SheetTable.Cell::text)
                                .filter(text -> !text.isBlank())
                                .collect(Collectors.joining(" ")),
                        ""));
        var sheets = others.stream().map(sheet -> new Difference(Difference.Kind.SHEET_LEFT_OUT, sheet, "", ""));
        return Stream.concat(leftOut, sheets).toList();
    }

    /** Before anybody has said what its columns mean. */
    public static ReadExport unread() {
        return new ReadExport(SOURCE, "", null, null, List.of(), List.of(), Totals.of(List.of()));
    }

    /** Of a tool that knows no phones none is missing. */
    private static ReadOrder withoutPhones(ReadOrder order) {
        return new ReadOrder(
                order.key(),
                order.content(),
                order.number(),
                order.lines().stream()
                        .map(line -> line.without(LineFlag.Kind.PHONE_UNREADABLE))
                        .toList());
    }

    /** Gives a line the names that this program reads. */
    private static final class Renamed {

        private static SheetTable.Line line(SheetTable.Line line, Map<OrderColumn, List<String>> meanings) {
            var cells = new LinkedHashMap<String, SheetTable.Cell>();
            var names = new LinkedHashMap<String, String>();
            meanings.forEach((meaning, headers) -> {
                cells.put(meaning.known(), joined(line, headers));
                names.put(meaning.known(), String.join("、", headers));
            });
            if (cells.containsKey(OrderColumn.PRICE.known()) && !cells.containsKey(OrderColumn.AMOUNT.known())) {
                cells.put(OrderColumn.AMOUNT.known(), UnitPrice.times(cells));
                names.put(OrderColumn.AMOUNT.known(), names.getOrDefault(OrderColumn.PRICE.known(), ""));
            }
            return new SheetTable.Line(line.row(), cells, line.cells(), names);
        }

        private static SheetTable.Cell joined(SheetTable.Line line, List<String> headers) {
            var told = headers.stream()
                    .map(line::cell)
                    .filter(cell -> !cell.isBlank())
                    .toList();
            if (told.size() <= 1) {
                return told.isEmpty() ? SheetTable.Cell.EMPTY : told.getFirst();
            }
            var text = String.join(" ", told.stream().map(SheetTable.Cell::text).toList());
            return new SheetTable.Cell(text, null, told.stream().anyMatch(SheetTable.Cell::broken));
        }
    }
}
