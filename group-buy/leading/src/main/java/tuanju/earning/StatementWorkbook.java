package tuanju.earning;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tuanju.money.Money;
import tuanju.order.aftersale.Bearer;
import tuanju.page.CellText;

/** Writes a day's statements as a workbook: a row per order, a row of sums per community, money as numbers. */
final class StatementWorkbook {

    private static final String COLOUR = "F4E9E1";
    private static final int FIRST_AMOUNT = 2;
    private static final int SETTLED = 10;

    private final StatementWords words;

    StatementWorkbook(StatementWords words) {
        this.words = words;
    }

    byte[] write(List<Statement> statements) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Tuanju", "1.0")) {
            var sheet = workbook.newWorksheet(words.title());
            head(sheet);
            int row = 1;
            for (var statement : statements) {
                for (var line : statement.lines()) {
                    line(sheet, row++, statement, line);
                }
                sum(sheet, row++, statement);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void head(Worksheet sheet) {
        var columns = words.columns();
        for (int column = 0; column < columns.size(); column++) {
            sheet.value(0, column, CellText.safe(columns.get(column)));
            sheet.style(0, column).bold().fillColor(COLOUR).wrapText(true).set();
            sheet.width(column, column < FIRST_AMOUNT ? 20 : 12);
        }
        sheet.freezePane(0, 1);
        sheet.repeatRows(0);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToHeight((short) 0);
    }

    private void line(Worksheet sheet, int row, Statement statement, Statement.Line line) {
        sheet.value(row, 0, CellText.safe(statement.community()));
        sheet.value(row, 1, line.order().code().value());
        amounts(sheet, row, new Statement(statement.community(), statement.day(), List.of(line)));
        sheet.value(row, SETTLED - 3, new BigDecimal(line.percent()));
        sheet.value(row, SETTLED, words.standing(line));
    }

    private void sum(Worksheet sheet, int row, Statement statement) {
        sheet.value(row, 0, CellText.safe(statement.community()));
        sheet.value(row, 1, words.sum(statement));
        sheet.range(row, 0, row, SETTLED).style().bold().fillColor(COLOUR).set();
        amounts(sheet, row, statement);
        money(sheet, row, SETTLED, statement.settledFee());
    }

    /** The sums of a statement, or of one line of it. */
    private static void amounts(Worksheet sheet, int row, Statement of) {
        var amounts = List.of(
                of.asked(), of.back(), of.back(Bearer.SUPPLIER.name()), of.back(Bearer.PLATFORM.name()), of.base());
        for (int i = 0; i < amounts.size(); i++) {
            money(sheet, row, FIRST_AMOUNT + i, amounts.get(i));
        }
        money(sheet, row, SETTLED - 2, of.gave());
        money(sheet, row, SETTLED - 1, of.fee());
    }

    private static void money(Worksheet sheet, int row, int column, Money amount) {
        sheet.value(row, column, BigDecimal.valueOf(amount.fen(), 2));
        sheet.style(row, column).format("#,##0.00").set();
    }
}
