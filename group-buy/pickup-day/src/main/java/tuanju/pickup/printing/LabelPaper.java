package tuanju.pickup.printing;

import java.util.List;
import org.openpdf.text.PageSize;
import org.openpdf.text.Rectangle;
import tuanju.pickup.Household;
import tuanju.pickup.PickupLine;
import tuanju.pickup.Words;
import tuanju.pickup.printing.Ink.Span;
import tuanju.pickup.printing.Ink.Style;

/** Prints labels of 70 × 50 mm: on a label printer one per page, or on A4 sheets of 3 × 5. */
final class LabelPaper {

    static final float WIDTH = 70 * Paper.MILLIMETRE;
    static final float HEIGHT = 50 * Paper.MILLIMETRE;

    private static final float MARGIN = 2.6f * Paper.MILLIMETRE;
    private static final float QR_SIDE = 16.5f * Paper.MILLIMETRE;
    private static final float INNER = WIDTH - 2 * MARGIN;
    private static final int COLUMNS = 3;
    private static final int ROWS = 5;

    private final Words words;
    private final Imprint imprint;

    LabelPaper(Words words, Imprint imprint) {
        this.words = words;
        this.imprint = imprint;
    }

    /** One label per page, for a label printer. */
    byte[] onRoll(List<Label> labels, byte[] font) {
        var paper = new Paper(new Rectangle(WIDTH, HEIGHT), font, imprint.title(), imprint.printed());
        for (var label : labels) {
            paper.nextPage();
            draw(paper.ink(), 0, 0, label);
        }
        return paper.finish();
    }

    /** Fifteen labels on an A4 page, edge to edge as label sheets are cut. */
    byte[] onSheets(List<Label> labels, byte[] font) {
        var paper = new Paper(PageSize.A4, font, imprint.title(), imprint.printed());
        float bottom = (paper.size().getHeight() - ROWS * HEIGHT) / 2;
        for (int i = 0; i < labels.size(); i++) {
            int place = i % (COLUMNS * ROWS);
            if (place == 0) {
                paper.nextPage();
            }
            float x = place % COLUMNS * WIDTH;
            draw(paper.ink(), x, bottom + (ROWS - 1 - place / COLUMNS) * HEIGHT, labels.get(i));
        }
        return paper.finish();
    }

    private void draw(Ink ink, float x, float y, Label label) {
        float left = x + MARGIN;
        float top = y + HEIGHT - MARGIN;
        drawWhose(ink, left, top, label.household());
        float right = x + WIDTH - MARGIN;
        ink.qrCode(right - QR_SIDE, top - QR_SIDE, QR_SIDE, label.pickupCode());
        ink.writeEndingAt(right, top - QR_SIDE - 10, Style.bold(10.5f), label.pickupCode());
        float line = top - QR_SIDE - 14;
        ink.rule(left, line, INNER, 1);
        drawItems(ink, left, line, label.items());
        drawPlaces(ink, left, y + MARGIN, label);
    }

    private void drawWhose(Ink ink, float left, float top, Household household) {
        var beside = new Span(left, INNER - QR_SIDE - 8);
        var door = household.building().known() ? household.door() : words.of(household.building());
        ink.writeWhole(beside, top - 25, Style.bold(33), door);
        ink.writeWithin(beside, top - 39, Style.plain(10), household.people() + "  " + household.phones());
        if (!words.aside(household).isEmpty()) {
            ink.writeWithin(beside, top - 51, Style.bold(8.5f), words.aside(household));
        }
    }

    /** Few items are written larger. */
    private static void drawItems(Ink ink, float left, float line, List<PickupLine> items) {
        float size = items.size() <= 2 ? 13 : items.size() == 3 ? 11.5f : 9;
        float baseline = line - size - 2;
        for (var item : items) {
            var pieces = item.quantity() > 1 ? Style.bold(size + 1.5f) : Style.plain(size);
            ink.writeWithin(new Span(left, INNER - 30), baseline, Style.plain(size), item.said());
            ink.writeEndingAt(left + INNER, baseline, pieces, "×" + item.quantity());
            baseline -= size * 1.16f;
        }
    }

    private void drawPlaces(Ink ink, float left, float bottom, Label label) {
        var inBuilding = words.say(
                "label.places",
                label.inBuilding().nth(),
                label.inBuilding().of(),
                label.overall().nth(),
                label.overall().of());
        float written = ink.write(left, bottom, Style.bold(9), inBuilding);
        var part = label.part();
        var where = label.point().isEmpty() ? imprint.title() : label.point();
        var rest = part.of() > 1 ? words.say("label.part", part.nth(), part.of()) : where;
        var quiet = Style.quiet(7.5f);
        float room = left + INNER - written - 8;
        float x = left + INNER - Math.min(room, ink.width(quiet, rest));
        ink.writeWithin(new Span(x, room), bottom, quiet, rest);
    }
}
