package tuanju.pickup.printing;

import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import tuanju.pickup.CheckSum;
import tuanju.pickup.Drop;
import tuanju.pickup.ListKind;
import tuanju.pickup.PackMatrix;
import tuanju.pickup.Stop;
import tuanju.pickup.Words;

/** Writes the lists by point as workbooks: pack matrix, labels, delivery notes, driver sheet. */
final class DropWorkbooks {

    private static final int DOOR_COLUMNS = 4;

    private final Words words;
    private final Imprint imprint;

    DropWorkbooks(Words words, Imprint imprint) {
        this.words = words;
        this.imprint = imprint;
    }

    byte[] matrix(PackMatrix matrix) {
        return Cells.workbook(workbook -> writeMatrix(cells(workbook, ListKind.PACK_MATRIX), matrix));
    }

    private void writeMatrix(Cells cells, PackMatrix matrix) {
        var names = new ArrayList<>(columns("point", "building", "room", "person"));
        matrix.columns().forEach(column -> names.add(column.title()));
        names.addAll(columns("quantity", "amount", "dues"));
        var weighed = matrix.columns().stream()
                .filter(column -> column.grams() != null)
                .toList();
        weighed.forEach(column -> names.add(words.say("column.grams-of", column.title())));
        cells.head(names);
        cells.widths(12, 9, 9, 10);
        cells.sheet().freezePane(DOOR_COLUMNS, 1);
        int row = 1;
        for (var block : matrix.blocks()) {
            for (var bag : block.rows()) {
                writeBag(cells, row, block, bag);
                writeGrams(cells, row++, matrix, bag);
            }
        }
        int last = DOOR_COLUMNS + matrix.columns().size();
        cells.strong(row, last + 2);
        cells.text(row, 0, words.say("matrix.sum", matrix.bags()));
        for (int column = 0; column < matrix.columns().size(); column++) {
            cells.number(
                    row, DOOR_COLUMNS + column, matrix.columns().get(column).pieces());
        }
        cells.number(row, last, matrix.sum().pieces());
        cells.money(row, last + 1, matrix.sum().amount());
        stamp(cells, row + 2, matrix.sum());
    }

    /** Behind the sums, one column for each product of which anything was weighed. */
    private static void writeGrams(Cells cells, int row, PackMatrix matrix, PackMatrix.Row bag) {
        int at = DOOR_COLUMNS + matrix.columns().size() + 3;
        for (int column = 0; column < matrix.columns().size(); column++) {
            if (matrix.columns().get(column).grams() != null) {
                cells.number(row, at++, bag.grams().get(column));
            }
        }
    }

    private void writeBag(Cells cells, int row, PackMatrix.Block block, PackMatrix.Row bag) {
        cells.text(row, 0, block.drop().point().name());
        cells.text(row, 1, words.of(bag.household().building()));
        cells.text(row, 2, bag.household().at().inside());
        cells.text(row, 3, bag.household().people());
        for (int column = 0; column < bag.quantities().size(); column++) {
            if (bag.quantities().get(column) > 0) {
                cells.number(row, DOOR_COLUMNS + column, bag.quantities().get(column));
            }
        }
        cells.number(row, DOOR_COLUMNS + bag.quantities().size(), bag.pieces());
        cells.money(
                row,
                DOOR_COLUMNS + bag.quantities().size() + 1,
                bag.household().sum().amount());
        cells.text(
                row,
                DOOR_COLUMNS + bag.quantities().size() + 2,
                words.of(bag.household().dues()));
    }

    byte[] labels(List<Label> labels, CheckSum sum) {
        return Cells.workbook(workbook -> {
            var cells = cells(workbook, ListKind.LABELS);
            cells.head(columns(
                    "point",
                    "building",
                    "room",
                    "person",
                    "goods",
                    "label-building",
                    "label-all",
                    "pickup-code",
                    "dues"));
            cells.widths(12, 9, 9, 10, 60, 10, 10, 11, 22);
            int row = 1;
            for (var label : labels) {
                writeLabel(cells, row++, label);
            }
            stamp(cells, row + 1, sum);
        });
    }

    private void writeLabel(Cells cells, int row, Label label) {
        cells.text(row, 0, label.point());
        cells.text(row, 1, words.of(label.household().building()));
        cells.text(row, 2, label.household().at().inside());
        cells.text(row, 3, label.household().people());
        cells.text(row, 4, label.contents());
        cells.text(row, 5, label.inBuilding().nth() + "/" + label.inBuilding().of());
        cells.text(row, 6, label.overall().nth() + "/" + label.overall().of());
        cells.text(row, 7, label.pickupCode());
        cells.text(row, 8, words.of(label.household().dues()));
    }

    /** All points on one sheet: what is delivered where, with a column for what really came. */
    byte[] deliveryNotes(List<Drop> drops) {
        return Cells.workbook(workbook -> {
            var cells = cells(workbook, ListKind.DELIVERY_NOTES);
            cells.head(columns("point", "product", "quantity", "cases", "loose", "amount", "received"));
            cells.widths(16, 32, 8, 8, 8, 12, 12);
            int row = 1;
            for (var drop : drops) {
                row = writeDrop(cells, row, drop);
            }
            stamp(cells, row + 1, CheckSum.total(drops.stream().map(Drop::sum)));
        });
    }

    private int writeDrop(Cells cells, int from, Drop drop) {
        int row = from;
        for (var goods : drop.goods()) {
            cells.text(row, 0, drop.point().name());
            cells.text(row, 1, goods.said());
            cells.number(row, 2, goods.pieces());
            if (goods.isCased()) {
                cells.number(row, 3, goods.cases());
                cells.number(row, 4, goods.loose());
            }
            cells.money(row++, 5, goods.amount());
        }
        cells.strong(row, 7);
        cells.text(row, 0, drop.point().name());
        cells.text(row, 1, words.say("drop.bags", drop.bags()));
        cells.number(row, 2, drop.sum().pieces());
        cells.money(row, 5, drop.sum().amount());
        cells.text(row, 6, words.of(drop.dues()));
        return row + 1;
    }

    byte[] driverSheet(List<Stop> stops) {
        return Cells.workbook(workbook -> {
            var cells = cells(workbook, ListKind.DRIVER_SHEET);
            cells.head(
                    columns("stop", "point", "address", "hours", "contact", "product", "quantity", "cases", "loose"));
            cells.widths(6, 16, 30, 24, 20, 32, 8, 8, 8);
            int row = 1;
            for (int i = 0; i < stops.size(); i++) {
                row = writeStop(cells, row, i + 1, stops.get(i));
            }
            stamp(
                    cells,
                    row + 1,
                    CheckSum.total(stops.stream().map(stop -> stop.drop().sum())));
        });
    }

    private int writeStop(Cells cells, int from, int number, Stop stop) {
        int row = from;
        for (var goods : stop.drop().goods()) {
            cells.number(row, 0, number);
            cells.text(row, 1, stop.drop().point().name());
            cells.text(row, 2, stop.drop().point().address());
            cells.text(row, 3, words.window(stop.drop(), imprint.zone()));
            cells.text(row, 4, stop.contact() + " " + stop.maskedPhone());
            cells.text(row, 5, goods.said());
            cells.number(row, 6, goods.pieces());
            if (goods.isCased()) {
                cells.number(row, 7, goods.cases());
                cells.number(row, 8, goods.loose());
            }
            row++;
        }
        cells.strong(row, 9);
        cells.number(row, 0, number);
        cells.text(row, 1, stop.drop().point().name());
        cells.text(row, 4, words.say("drop.bags", stop.drop().bags()));
        cells.text(row, 5, words.of(stop.drop().dues()));
        cells.number(row, 6, stop.drop().sum().pieces());
        return row + 1;
    }

    private Cells cells(Workbook workbook, ListKind kind) {
        return new Cells(workbook.newWorksheet(words.say("kind." + kind.path())));
    }

    private List<String> columns(String... keys) {
        return List.of(keys).stream().map(key -> words.say("column." + key)).toList();
    }

    private void stamp(Cells cells, int row, CheckSum sum) {
        cells.text(row, 0, words.foot(sum, imprint.dues()));
        cells.text(row + 1, 0, words.say("print.imprint", imprint.printedAt(), imprint.printedBy(), imprint.version()));
    }
}
