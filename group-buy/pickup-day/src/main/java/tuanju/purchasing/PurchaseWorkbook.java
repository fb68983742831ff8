package tuanju.purchasing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import tuanju.money.Money;
import tuanju.page.CellText;

/** Writes a purchase list as a workbook: one row per product, suppliers together, their sums below. */
final class PurchaseWorkbook {

    private static final String HEAD_COLOUR = "F4E9E1";
    private static final List<String> COLUMNS = List.of(
            "supplier", "product", "spec", "pieces", "case-size", "full-cases", "loose-pieces", "unit-cost", "cost");

    private final MessageSource messages;
    private final Locale locale;

    PurchaseWorkbook(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    byte[] write(PurchaseList list) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Tuanju", "1.0")) {
            var sheet = workbook.newWorksheet(say("title"));
            head(sheet);
            int row = 1;
            for (var supplier : list.suppliers()) {
                for (var item : supplier.items()) {
                    item(sheet, row++, supplier, item);
                }
                sum(sheet, row++, supplier);
            }
            for (var due : list.dues().all()) {
                row++;
                text(sheet, row, 0, messages.getMessage("order.due." + due.standing(), null, locale));
                money(sheet, row, 8, due.amount());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void head(Worksheet sheet) {
        for (int column = 0; column < COLUMNS.size(); column++) {
            sheet.value(0, column, say("column." + COLUMNS.get(column)));
            sheet.style(0, column).bold().fillColor(HEAD_COLOUR).set();
            sheet.width(column, column < 3 ? 20 : 10);
        }
        sheet.freezePane(0, 1);
        sheet.repeatRows(0);
        sheet.pageOrientation("landscape");
    }

    private void item(Worksheet sheet, int row, PurchaseList.Supplier supplier, PurchaseList.Item item) {
        text(sheet, row, 0, supplier.name().isEmpty() ? say("nobody") : supplier.name());
        text(sheet, row, 1, item.name());
        text(sheet, row, 2, item.spec());
        sheet.value(row, 3, item.pieces());
        if (item.isCased()) {
            sheet.value(row, 4, item.caseSize());
            sheet.value(row, 5, item.cases());
        }
        sheet.value(row, 6, item.loose());
        money(sheet, row, 7, item.unitCost());
        money(sheet, row, 8, item.cost());
    }

    private void sum(Worksheet sheet, int row, PurchaseList.Supplier supplier) {
        text(sheet, row, 0, say("sum", supplier.name().isEmpty() ? say("nobody") : supplier.name()));
        sheet.value(row, 3, supplier.pieces());
        money(sheet, row, 8, supplier.cost());
        sheet.range(row, 0, row, COLUMNS.size() - 1).style().bold().set();
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage("purchasing." + key, arguments, locale);
    }

    private static void text(Worksheet sheet, int row, int column, String typed) {
        sheet.value(row, column, CellText.safe(typed));
    }

    private static void money(Worksheet sheet, int row, int column, @Nullable Money amount) {
        if (amount != null) {
            sheet.value(row, column, BigDecimal.valueOf(amount.fen(), 2));
            sheet.style(row, column).format("#,##0.00").set();
        }
    }
}
