package tuanju.cycle.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import tuanju.cycle.export.SheetTable.Cell;
import tuanju.cycle.export.SheetTable.Line;

/** Opens a measured workbook and gives each sheet as a table under its header row. */
final class WorkbookTables {

    static final int MOST_LINES = 5_000;
    private static final int HEADER_WITHIN = 20;
    private static final int MOST_SHEETS = 20;
    private static final int MOST_COLUMNS = 200;
    private static final int FEWEST_COLUMNS = 3;

    private WorkbookTables() {}

    /** Refuses with CannotRead two columns of one name. */
    static List<SheetTable> in(byte[] file) {
        return in(file, false);
    }

    /** The same of any tool's workbook: columns of one name are told apart, those without a name are called by their place. */
    static List<SheetTable> ofAnyTool(byte[] file) {
        return in(file, true);
    }

    private static List<SheetTable> in(byte[] file, boolean anyTool) {
        var measured = MeasuredZip.repacked(file);
        var options = new ReadingOptions(false, true);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(measured), options)) {
            var tables = new ArrayList<SheetTable>();
            for (var sheet : workbook.getSheets().limit(MOST_SHEETS).toList()) {
                tables.add(table(sheet, anyTool));
            }
            return List.copyOf(tables);
        } catch (IOException | ExcelReaderException | IllegalArgumentException | IllegalStateException broken) {
            throw CannotRead.corrupt();
        }
    }

    private static SheetTable table(Sheet sheet, boolean anyTool) throws IOException {
        var rows = new ArrayList<Row>();
        try (var stream = sheet.openStream()) {
            stream.limit(MOST_LINES + HEADER_WITHIN + 1L).forEach(rows::add);
        }
        if (rows.size() > MOST_LINES + HEADER_WITHIN) {
            throw CannotRead.tooManyLines(MOST_LINES);
        }
        int header = headerAt(rows);
        var columns = anyTool ? everyColumn(rows, header) : columns(sheet, rows, header);
        var lines = rows.stream()
                .skip(header + 1L)
                .map(row -> line(row, columns))
                .filter(line -> !line.isBlank())
                .toList();
        return new SheetTable(
                sheet.getName(), Collections.unmodifiableSet(new LinkedHashSet<>(columns.values())), lines);
    }

    /** The first row that names a column this program knows; else the first that looks like names of columns. */
    private static int headerAt(List<Row> rows) {
        for (int at = 0; at < Math.min(rows.size(), HEADER_WITHIN); at++) {
            var texts = rows.get(at).stream()
                    .filter(Objects::nonNull)
                    .map(WorkbookTables::text)
                    .toList();
            if (texts.contains("商品") || texts.contains("服务小区") || texts.contains("跟团号")) {
                return at;
            }
        }
        return IntStream.range(0, Math.min(rows.size(), HEADER_WITHIN))
                .filter(at -> rows.get(at).stream()
                                .filter(cell -> cell != null && cell.getType() == CellType.STRING)
                                .filter(cell -> !text(cell).isBlank())
                                .count()
                        >= FEWEST_COLUMNS)
                .findFirst()
                .orElse(0);
    }

    private static Map<Integer, String> everyColumn(List<Row> rows, int header) {
        var columns = new TreeMap<Integer, String>();
        for (int at = header; at < rows.size(); at++) {
            for (var cell : rows.get(at)) {
                boolean named = cell != null && at == header && !text(cell).isBlank();
                if (cell != null && !text(cell).isBlank() && columns.size() < MOST_COLUMNS) {
                    var name = named ? text(cell).strip() : "#" + (cell.getColumnIndex() + 1);
                    columns.putIfAbsent(
                            cell.getColumnIndex(),
                            columns.containsValue(name) ? name + " #" + (cell.getColumnIndex() + 1) : name);
                }
            }
        }
        return columns;
    }

    private static Map<Integer, String> columns(Sheet sheet, List<Row> rows, int header) {
        var columns = new TreeMap<Integer, String>();
        if (rows.isEmpty()) {
            return columns;
        }
        for (var cell : rows.get(header)) {
            if (cell == null || columns.size() >= MOST_COLUMNS) {
                continue;
            }
            var name = columnName(text(cell));
            if (!name.isEmpty() && columns.containsValue(name)) {
                throw CannotRead.repeatedColumn(sheet.getName(), name);
            }
            if (!name.isEmpty()) {
                columns.put(cell.getColumnIndex(), name);
            }
        }
        return columns;
    }

    /** 房号（如606） is the column 房号; a product's column keeps its spec in plain parentheses. */
    private static String columnName(String header) {
        return header.strip().replaceAll("（如[^（）]*）$", "").strip();
    }

    private static Line line(Row row, Map<Integer, String> columns) {
        var cells = new LinkedHashMap<String, Cell>();
        columns.forEach((index, name) -> cells.put(name, cell(row, index)));
        return new Line(row.getRowNum(), cells);
    }

    private static Cell cell(Row row, int index) {
        if (!row.hasCell(index)) {
            return Cell.EMPTY;
        }
        var cell = row.getCell(index);
        boolean error = cell.getType() == CellType.ERROR;
        boolean uncomputed = cell.getFormula() != null
                && Objects.toString(cell.getRawValue(), "").isEmpty();
        return new Cell(text(cell), cell.getFormula(), error || uncomputed);
    }

    private static String text(org.dhatim.fastexcel.reader.Cell cell) {
        return Optional.ofNullable(cell.getType() == CellType.STRING ? cell.getText() : cell.getRawValue())
                .orElse("");
    }
}
