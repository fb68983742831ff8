package tuanju.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tuanju.money.Money;
import tuanju.page.CellText;
import tuanju.page.CsvSheet;

/**
 * A table's rows to be taken away.
 *
 * @param name without its ending
 */
record TableFile(String name, List<String> headings, List<List<Object>> lines) {

    private static final MediaType WORKBOOK =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    ResponseEntity<byte[]> sheet() {
        var sheet = new CsvSheet(headings);
        lines.forEach(line -> sheet.row(line.stream()
                .map(it -> it instanceof Money sum ? yuan(sum) : it)
                .toList()));
        return sheet.download(name + ".csv");
    }

    ResponseEntity<byte[]> workbook() {
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
