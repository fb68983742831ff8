package tuanju.pickup.printing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tuanju.address.Building;
import tuanju.money.Money;
import tuanju.order.dues.Dues;
import tuanju.page.CellText;
import tuanju.pickup.CheckSum;
import tuanju.pickup.PickupLine;
import tuanju.pickup.SortedList;
import tuanju.pickup.SortedList.Entry;
import tuanju.pickup.Words;

/** Writes a list as a workbook: one row per line in the list's order, and a second sheet with the sums per building. */
final class ListWorkbook {

    private static final String HEAD_COLOUR = "F4E9E1";

    private final Words words;
    private final Imprint imprint;

    ListWorkbook(Words words, Imprint imprint) {
        this.words = words;
        this.imprint = imprint;
    }

    byte[] write(SortedList list) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Tuanju", "1.0")) {
            writeLines(
                    workbook.newWorksheet(words.say("kind." + list.arrangement().path())), list);
            writeSums(workbook.newWorksheet(words.say("sheet.sums")), list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void writeLines(Worksheet sheet, SortedList list) {
        var columns = ListColumn.of(list);
        head(
                sheet,
                columns.stream()
                        .map(column -> words.say("column." + column.key()))
                        .toList());
        for (int column = 0; column < columns.size(); column++) {
            sheet.width(column, columns.get(column).width());
        }
        var entries = list.entries().toList();
        var said = new HashSet<UUID>();
        for (int row = 0; row < entries.size(); row++) {
            line(sheet, row + 1, columns, entries.get(row));
            if (said.add(entries.get(row).order().id())) {
                dues(sheet, row + 1, columns, entries.get(row).order().dues());
            }
        }
        totals(sheet, entries.size() + 1, columns, list);
        if (!entries.isEmpty()) {
            sheet.setAutoFilter(0, 0, entries.size(), columns.size() - 1);
        }
        forPrinting(sheet, list.sum());
    }

    private void line(Worksheet sheet, int row, List<ListColumn> columns, Entry entry) {
        for (int column = 0; column < columns.size(); column++) {
            switch (columns.get(column)) {
                case QUANTITY -> sheet.value(row, column, entry.line().quantity());
                case GRAMS -> grams(sheet, row, column, entry.line());
                case AMOUNT -> money(sheet, row, column, entry.line().amount());
                case PAID_HERE, PAID_TO_LEADER, NOT_PAID -> {}
                case BUILDING ->
                    text(sheet, row, column, words.of(entry.household().building()));
                default -> text(sheet, row, column, columns.get(column).textOf(entry));
            }
        }
    }

    /** Of the whole order, so that it stands beside its first line alone and the column adds up. */
    private static void dues(Worksheet sheet, int row, List<ListColumn> columns, Dues dues) {
        for (int column = 0; column < columns.size(); column++) {
            var due = columns.get(column).of(dues);
            if (due.isPresent() && !due.get().isZero()) {
                money(sheet, row, column, due.get());
            }
        }
    }

    private static void grams(Worksheet sheet, int row, int column, PickupLine line) {
        if (line.grams() != null) {
            sheet.value(row, column, line.grams());
        }
    }

    private void totals(Worksheet sheet, int row, List<ListColumn> columns, SortedList list) {
        var sum = list.sum();
        text(sheet, row, 0, words.say("sheet.total", sum.lines()));
        sheet.value(row, columns.indexOf(ListColumn.QUANTITY), sum.pieces());
        money(sheet, row, columns.indexOf(ListColumn.AMOUNT), sum.amount());
        dues(sheet, row, columns, list.dues());
        for (int column = 0; column < columns.size(); column++) {
            sheet.style(row, column)
                    .bold()
                    .fillColor(HEAD_COLOUR)
                    .format(formatOf(columns.get(column)))
                    .set();
        }
    }

    private static String formatOf(ListColumn column) {
        return column.isMoney() ? "#,##0.00" : "General";
    }

    private void writeSums(Worksheet sheet, SortedList list) {
        head(
                sheet,
                List.of(
                        words.say("column.building"),
                        words.say("column.lines"),
                        words.say("column.quantity"),
                        words.say("column.amount")));
        sheet.width(0, 18);
        sheet.width(3, 14);
        int row = 1;
        for (var building : perBuilding(list).entrySet()) {
            sums(sheet, row++, words.of(building.getKey()), building.getValue());
        }
        sums(sheet, row, words.say("sheet.all"), list.sum());
        sheet.range(row, 0, row, 3).style().bold().fillColor(HEAD_COLOUR).set();
        money(sheet, row, 3, list.sum().amount());
        text(sheet, row + 1, 0, words.of(list.dues()));
        text(
                sheet,
                row + 2,
                0,
                words.say("print.imprint", imprint.printedAt(), imprint.printedBy(), imprint.version()));
    }

    private static void sums(Worksheet sheet, int row, String name, CheckSum sum) {
        text(sheet, row, 0, name);
        sheet.value(row, 1, sum.lines());
        sheet.value(row, 2, sum.pieces());
        money(sheet, row, 3, sum.amount());
    }

    private static Map<Building, CheckSum> perBuilding(SortedList list) {
        return list.entries()
                .collect(Collectors.toMap(
                        entry -> entry.household().building(),
                        entry -> CheckSum.of(List.of(entry.line())),
                        CheckSum::plus,
                        TreeMap::new));
    }

    private static void head(Worksheet sheet, List<String> names) {
        for (int column = 0; column < names.size(); column++) {
            text(sheet, 0, column, names.get(column));
            sheet.style(0, column).bold().fillColor(HEAD_COLOUR).set();
        }
        sheet.freezePane(0, 1);
    }

    private void forPrinting(Worksheet sheet, CheckSum sum) {
        sheet.repeatRows(0);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToHeight((short) 0);
        sheet.footer(imprint.version() + " · " + sum.lines() + "/" + sum.pieces(), Position.CENTER);
    }

    private static void text(Worksheet sheet, int row, int column, String typed) {
        sheet.value(row, column, CellText.safe(typed));
    }

    private static void money(Worksheet sheet, int row, int column, Money amount) {
        sheet.value(row, column, BigDecimal.valueOf(amount.fen(), 2));
        sheet.style(row, column).format("#,##0.00").set();
    }
}
