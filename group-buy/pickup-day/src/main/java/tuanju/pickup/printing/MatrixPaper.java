package tuanju.pickup.printing;

import java.util.List;
import org.openpdf.text.PageSize;
import tuanju.address.Building;
import tuanju.pickup.ListKind;
import tuanju.pickup.PackMatrix;
import tuanju.pickup.PackMatrix.Block;
import tuanju.pickup.PackMatrix.Column;
import tuanju.pickup.PackMatrix.Row;
import tuanju.pickup.Words;
import tuanju.pickup.printing.Ink.Span;
import tuanju.pickup.printing.Ink.Style;

/** Prints the pack matrix on A4 across; more products than fit beside each other go on over further pages, doors again beside them. */
final class MatrixPaper {

    private static final float LEFT = Pages.MARGIN;
    private static final float DOOR = 132;
    private static final float TOTAL = 40;
    private static final float CELL = 54;
    private static final float NUMBER = 24;
    private static final float HEAD = 52;
    private static final float ROW = 19;
    private static final float POINT = 24;

    private final Words words;
    private final Imprint imprint;
    private final PackMatrix matrix;
    private final Pages pages = new Pages(PageSize.A4.rotate(), PaperFrame.FIRST_HEAD, PaperFrame.NEXT_HEAD);
    private final int perPage = (int) ((pages.width() - DOOR - TOTAL) / CELL);

    MatrixPaper(Words words, Imprint imprint, PackMatrix matrix) {
        this.words = words;
        this.imprint = imprint;
        this.matrix = matrix;
    }

    /** Which columns stand beside each other. */
    private record Part(int from, int until) {}

    byte[] print(byte[] font) {
        int columns = matrix.columns().size();
        int parts = Math.max(1, Math.ceilDiv(columns, perPage));
        for (int part = 0; part < parts; part++) {
            if (part > 0) {
                pages.turn();
            }
            place(new Part(part * columns / parts, (part + 1) * columns / parts));
        }
        return pages.print(imprint, font, new PaperFrame(words, imprint, ListKind.PACK_MATRIX, matrix.sum()));
    }

    private void place(Part part) {
        placeHead(part);
        for (var block : matrix.blocks()) {
            if (matrix.blocks().size() > 1) {
                keepTogether(part, POINT + ROW);
                pages.place(POINT, (ink, top) -> drawPoint(ink, top, block, part));
            }
            Building before = null;
            for (var row : block.rows()) {
                boolean first = !row.household().building().equals(before);
                before = row.household().building();
                keepTogether(part, ROW);
                pages.place(ROW, (ink, top) -> drawRow(ink, top, new Line(row, first), part));
            }
        }
        keepTogether(part, ROW);
        pages.place(ROW, (ink, top) -> drawTotals(ink, top, part));
    }

    private record Line(Row row, boolean firstOfBuilding) {}

    /** A new page begins with the products' names again. */
    private void keepTogether(Part part, float height) {
        if (!pages.fits(height)) {
            pages.turn();
            placeHead(part);
        }
    }

    private void placeHead(Part part) {
        pages.place(HEAD, (ink, top) -> {
            var which = words.say(
                    "matrix.products",
                    part.from() + 1,
                    part.until(),
                    matrix.columns().size());
            ink.writeWithin(new Span(LEFT, DOOR - 6), top - HEAD + 8, Style.quiet(9), which);
            for (int column = part.from(); column < part.until(); column++) {
                var title = matrix.columns().get(column).title();
                ink.writeWrapped(new Span(x(part, column) + 2, CELL - 5), top - 9, Style.bold(8.5f), title);
            }
            ink.writeEndingAt(right(part), top - HEAD + 8, Style.bold(9), words.say("matrix.all"));
            ink.rule(LEFT, top - HEAD + 3, right(part) - LEFT, 1.2f);
        });
    }

    private void drawPoint(Ink ink, float top, Block block, Part part) {
        var sum = block.drop().sum();
        var text = words.say(
                "drop.title", block.drop().point().name(), block.drop().bags(), sum.pieces());
        ink.writeWithin(new Span(LEFT, right(part) - LEFT), top - 17, Style.bold(13), text);
        ink.rule(LEFT, top - POINT + 2, right(part) - LEFT, 1);
    }

    private void drawRow(Ink ink, float top, Line line, Part part) {
        var household = line.row().household();
        ink.rule(LEFT, top + 1, right(part) - LEFT, line.firstOfBuilding() ? 1 : 0.3f);
        var door = household.building().known() ? household.door() : words.of(household.building());
        ink.writeWithin(new Span(LEFT, 66), top - 13, Style.bold(12), door);
        ink.writeWithin(new Span(LEFT + 70, DOOR - 76), top - 13, Style.quiet(9), household.people());
        for (int column = part.from(); column < part.until(); column++) {
            int pieces = line.row().quantities().get(column);
            if (pieces > 0) {
                float end = x(part, column) + NUMBER;
                ink.writeEndingAt(end, top - 13.5f, style(pieces), Integer.toString(pieces));
                var beside = new Span(end + 2, CELL - NUMBER - 4);
                ink.writeWithin(beside, top - 13, Style.quiet(6.5f), line.row().weight(column));
            }
        }
        ink.writeEndingAt(
                right(part),
                top - 13,
                Style.plain(10),
                Integer.toString(line.row().pieces()));
    }

    private static Style style(int pieces) {
        return pieces > 1 ? Style.bold(14) : Style.plain(12);
    }

    private void drawTotals(Ink ink, float top, Part part) {
        ink.rule(LEFT, top + 1, right(part) - LEFT, 1.4f);
        ink.writeWithin(new Span(LEFT, DOOR - 6), top - 13, Style.bold(11), words.say("matrix.sum", matrix.bags()));
        List<Column> columns = matrix.columns();
        for (int column = part.from(); column < part.until(); column++) {
            ink.writeEndingAt(
                    x(part, column) + NUMBER,
                    top - 13,
                    Style.bold(12),
                    Long.toString(columns.get(column).pieces()));
        }
        ink.writeEndingAt(
                right(part),
                top - 13,
                Style.bold(12),
                Long.toString(matrix.sum().pieces()));
    }

    private static float x(Part part, int column) {
        return LEFT + DOOR + (column - part.from()) * CELL;
    }

    private static float right(Part part) {
        return LEFT + DOOR + (part.until() - part.from()) * CELL + TOTAL;
    }
}
