package tuanju.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tuanju.command.Invalid;
import tuanju.money.Money;
import tuanju.page.CellText;
import tuanju.page.CsvSheet;
import tuanju.page.Dates;

/**
 * Puts a table's cells into words for its page, and all rows that match into a file: the same columns, what stands below a
 * cell in a column of its own. Templates call it as {@code @tables}.
 */
@Component("tables")
@RequiredArgsConstructor
public class TableFiles {

    /** As many rows as one file holds, and as are added up without being asked to. */
    public static final int MOST_ROWS = 20_000;

    private static final MediaType WORKBOOK =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final MessageSource messages;
    private final Dates dates;
    private final ObjectProvider<SavedViews> views;

    /** The views of this table that the reader keeps under a name; none where nobody keeps any. */
    public List<SavedView> views(String page) {
        return views.stream().flatMap(it -> it.of(page).stream()).toList();
    }

    /** As people read it. */
    public String said(Object value) {
        return switch (value) {
            case Instant time -> dates.when(time);
            case Number number -> String.format(LocaleContextHolder.getLocale(), "%,d", number.longValue());
            default -> Objects.toString(plain(value));
        };
    }

    /** The rows as "csv" or "xlsx". Refuses with Invalid more rows than one file holds. */
    public <T> ResponseEntity<byte[]> file(String name, String ending, List<TableColumn<T>> columns, List<T> rows) {
        if (rows.size() > MOST_ROWS) {
            throw new Invalid("from", "table-too-long", MOST_ROWS);
        }
        var headings =
                columns.stream().flatMap(TableFiles::titles).map(this::say).toList();
        var lines = rows.stream().map(row -> line(columns, row)).toList();
        return ending.equals("xlsx") ? workbook(name, headings, lines) : sheet(name, headings, lines);
    }

    private static Stream<String> titles(TableColumn<?> column) {
        return Stream.concat(Stream.of(column.title()), Stream.ofNullable(column.below()));
    }

    private <T> List<Object> line(List<TableColumn<T>> columns, T row) {
        var line = new ArrayList<>();
        for (var column : columns) {
            var cell = column.cell().apply(row);
            line.add(plain(cell.value()));
            if (column.below() != null) {
                line.add(plain(cell.below()));
            }
        }
        return line;
    }

    private Object plain(Object value) {
        return switch (value) {
            case MessageSourceResolvable word -> messages.getMessage(word, LocaleContextHolder.getLocale());
            case Instant time -> dates.exact(time);
            default -> value;
        };
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    private static ResponseEntity<byte[]> sheet(String name, List<String> headings, List<List<Object>> lines) {
        var sheet = new CsvSheet(headings);
        lines.forEach(line -> sheet.row(line.stream()
                .map(it -> it instanceof Money sum ? yuan(sum) : it)
                .toList()));
        return sheet.download(name + ".csv");
    }

    private static ResponseEntity<byte[]> workbook(String name, List<String> headings, List<List<Object>> lines) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Tuanju", "1.0")) {
            var sheet = workbook.newWorksheet(name);
            for (int column = 0; column < headings.size(); column++) {
                sheet.value(0, column, headings.get(column));
                sheet.style(0, column).bold().set();
                sheet.width(column, 16);
            }
            sheet.freezePane(0, 1);
            for (int row = 0; row < lines.size(); row++) {
                fill(sheet, row + 1, lines.get(row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseEntity.ok()
                .contentType(WORKBOOK)
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(name + ".xlsx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Cache-Control", "no-store")
                .body(bytes.toByteArray());
    }

    private static void fill(Worksheet sheet, int row, List<Object> line) {
        for (int column = 0; column < line.size(); column++) {
            switch (line.get(column)) {
                case Money sum -> {
                    sheet.value(row, column, yuan(sum));
                    sheet.style(row, column).format("#,##0.00").set();
                }
                case Number number -> sheet.value(row, column, number);
                case Object text -> sheet.value(row, column, CellText.safe(text.toString()));
            }
        }
    }

    private static BigDecimal yuan(Money sum) {
        return BigDecimal.valueOf(sum.fen(), 2);
    }
}
