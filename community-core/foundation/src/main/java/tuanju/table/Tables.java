package tuanju.table;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tuanju.audit.AuditTrail;
import tuanju.command.FormProblems;
import tuanju.command.Invalid;
import tuanju.command.Refusal;

/**
 * What every long table needs of the house: words for its cells, the views its reader keeps, and all rows that match as a
 * file of the same columns, with what stands below a cell in a column of its own. Templates call it as {@code @tables}.
 */
@Component("tables")
@RequiredArgsConstructor
public class Tables {

    /** As many rows as one file holds, and as are added up without being asked to. */
    public static final int MOST_ROWS = 20_000;

    private final CellWords words;
    private final ObjectProvider<SavedViews> views;
    private final FormProblems problems;
    private final AuditTrail audit;
    private final DoneRows done;

    /** The views of this table that the reader keeps under a name; none where nobody keeps any. */
    public List<SavedViews.SavedView> views(String page) {
        return views.stream().flatMap(it -> it.of(page).stream()).toList();
    }

    /** As people read it. */
    public String said(Object value) {
        return words.said(value);
    }

    /** The rows as "csv" or "xlsx". Refuses with Invalid more rows than one file holds. */
    public <T> ResponseEntity<byte[]> file(String name, String ending, List<TableColumn<T>> columns, List<T> rows) {
        if (rows.size() > MOST_ROWS) {
            throw new Invalid("from", "table-too-long", MOST_ROWS);
        }
        var headings = columns.stream().flatMap(Tables::titles).map(words::word).toList();
        var file = new TableFile(
                name, headings, rows.stream().map(row -> line(columns, row)).toList());
        return ending.equals("xlsx") ? file.workbook() : file.sheet();
    }

    /** Who took which away is written to the audit trail. */
    void noteTaken(UUID by, String table, int rows) {
        audit.record(by, table + ".exported", "table " + table, rows + " rows");
    }

    /** What became of one row by an act of its module's own; why is a message, null where it was done. */
    public record Became(String row, String name, @Nullable String why) {}

    /** Keeps what was done to rows of a table elsewhere than by its own acts. Answers by which id it can be read. */
    public UUID keep(String table, String act, UUID by, List<Became> rows) {
        var wanted = new ManyRows.Wanted(table, act, "", List.of(), "", "");
        return done.keep(
                wanted,
                new DeskTable.Doer(by, "", ""),
                rows.stream()
                        .map(it -> new DoneRows.Line(it.row(), it.name(), it.why()))
                        .toList());
    }

    /** That somebody looked for the end of a phone, which is four digits, goes on record. */
    void noteSearched(UUID by, String table, String words) {
        if (words.matches("[0-9]{4}")) {
            audit.record(by, "phone.searched", "table " + table, "****" + words);
        }
    }

    String sentence(Refusal refusal) {
        return problems.sentence(refusal);
    }

    private static Stream<String> titles(TableColumn<?> column) {
        return Stream.concat(Stream.of(column.title()), Stream.ofNullable(column.below()));
    }

    private <T> List<Object> line(List<TableColumn<T>> columns, T row) {
        var line = new ArrayList<>();
        for (var column : columns) {
            var cell = column.cell().apply(row);
            line.add(words.plain(cell.value()));
            if (column.below() != null) {
                line.add(words.plain(cell.below()));
            }
        }
        return line;
    }
}
