package tuanju.pickup.printing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tuanju.money.Money;
import tuanju.page.CellText;

/** Fills the cells of a worksheet: harmless text, numbers as numbers, heads and sums that look alike everywhere. */
record Cells(Worksheet sheet) {

    private static final String COLOUR = "F4E9E1";

    /** Writes a workbook and answers the file. */
    interface Writing {
        void into(Workbook workbook);
    }

    static byte[] workbook(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Tuanju", "1.0")) {
            writing.into(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    void text(int row, int column, String typed) {
        sheet.value(row, column, CellText.safe(typed));
    }

    void number(int row, int column, long number) {
        sheet.value(row, column, number);
    }

    void money(int row, int column, Money amount) {
        sheet.value(row, column, BigDecimal.valueOf(amount.fen(), 2));
        sheet.style(row, column).format("#,##0.00").set();
    }

    /** A row of names, kept in sight and on every page. */
    void head(List<String> names) {
        for (int column = 0; column < names.size(); column++) {
            text(0, column, names.get(column));
            sheet.style(0, column).bold().fillColor(COLOUR).wrapText(true).set();
        }
        sheet.repeatRows(0);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToHeight((short) 0);
    }

    /** Marks a row of sums; formats set before stay. */
    void strong(int row, int columns) {
        for (int column = 0; column < columns; column++) {
            sheet.style(row, column).bold().fillColor(COLOUR).set();
        }
    }

    void widths(int... characters) {
        for (int column = 0; column < characters.length; column++) {
            sheet.width(column, characters[column]);
        }
    }
}
