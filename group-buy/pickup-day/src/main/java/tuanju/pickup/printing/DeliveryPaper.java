package tuanju.pickup.printing;

import java.util.List;
import org.openpdf.text.PageSize;
import tuanju.pickup.CheckSum;
import tuanju.pickup.Drop;
import tuanju.pickup.Goods;
import tuanju.pickup.ListKind;
import tuanju.pickup.Words;
import tuanju.pickup.printing.Ink.Span;
import tuanju.pickup.printing.Ink.Style;

/** Prints what each point receives, one point to a page: goods with their cases, room for what really came, and two signatures. */
final class DeliveryPaper {

    private static final float LEFT = Pages.MARGIN;
    private static final float POINT = 78;
    private static final float HEAD = 22;
    private static final float ROW = 25;
    private static final float SUM = 38;
    private static final float SIGNATURES = 150;

    private final Words words;
    private final Imprint imprint;
    private final List<Drop> drops;
    private final Pages pages = new Pages(PageSize.A4, PaperFrame.FIRST_HEAD, PaperFrame.NEXT_HEAD);
    private final float right = LEFT + pages.width();

    DeliveryPaper(Words words, Imprint imprint, List<Drop> drops) {
        this.words = words;
        this.imprint = imprint;
        this.drops = List.copyOf(drops);
    }

    byte[] print(byte[] font) {
        for (int i = 0; i < drops.size(); i++) {
            if (i > 0) {
                pages.turn();
            }
            place(drops.get(i));
        }
        var sum = CheckSum.total(drops.stream().map(Drop::sum));
        return pages.print(imprint, font, new PaperFrame(words, imprint, ListKind.DELIVERY_NOTES, sum));
    }

    private void place(Drop drop) {
        pages.place(POINT, (ink, top) -> drawPoint(ink, top, drop));
        pages.place(HEAD, this::drawHead);
        for (var goods : drop.goods()) {
            if (!pages.fits(ROW)) {
                pages.turn();
                pages.place(HEAD, this::drawHead);
            }
            pages.place(ROW, (ink, top) -> drawGoods(ink, top, goods));
        }
        pages.place(SUM, (ink, top) -> drawSum(ink, top, drop));
        pages.place(SIGNATURES, this::drawSignatures);
    }

    private void drawPoint(Ink ink, float top, Drop drop) {
        var point = drop.point();
        ink.writeWithin(new Span(LEFT, pages.width() - 130), top - 26, Style.bold(26), point.name());
        ink.writeEndingAt(right, top - 24, Style.bold(17), words.say("drop.bags", drop.bags()));
        ink.writeWithin(new Span(LEFT, pages.width()), top - 44, Style.plain(12), where(drop));
        ink.writeWithin(
                new Span(LEFT, pages.width()), top - 60, Style.quiet(10.5f), words.window(drop, imprint.zone()));
    }

    private static String where(Drop drop) {
        var point = drop.point();
        return point.area().equals(point.address()) ? point.address() : point.area() + " · " + point.address();
    }

    private void drawHead(Ink ink, float top) {
        ink.write(LEFT + 22, top - 13, Style.quiet(9), words.say("column.product"));
        ink.writeEndingAt(right - 228, top - 13, Style.quiet(9), words.say("column.quantity"));
        ink.writeEndingAt(right - 92, top - 13, Style.quiet(9), words.say("drop.cases"));
        ink.writeEndingAt(right, top - 13, Style.quiet(9), words.say("drop.received"));
        ink.rule(LEFT, top - HEAD + 3, pages.width(), 1.2f);
    }

    private void drawGoods(Ink ink, float top, Goods goods) {
        ink.tickBox(LEFT, top - 17, 12);
        float room = pages.width() - 22 - 268;
        ink.writeWithin(new Span(LEFT + 22, room), top - 16, Style.plain(12.5f), goods.said());
        ink.writeEndingAt(right - 228, top - 16.5f, Style.bold(15), Long.toString(goods.pieces()));
        ink.writeEndingAt(right - 92, top - 16, Style.plain(11), words.cases(goods));
        ink.rule(right - 74, top - 19, 74, 0.6f);
        ink.rule(LEFT, top - ROW + 1, pages.width(), 0.3f);
    }

    private void drawSum(Ink ink, float top, Drop drop) {
        ink.rule(LEFT, top + 1, pages.width(), 1.4f);
        ink.write(
                LEFT,
                top - 15,
                Style.bold(12),
                words.say("drop.products", drop.goods().size()));
        ink.writeEndingAt(right, top - 15, Style.bold(12), words.of(drop.sum()));
        ink.writeEndingAt(right, top - 29, Style.plain(10), words.of(drop.dues()));
    }

    private void drawSignatures(Ink ink, float top) {
        float half = pages.width() / 2 - 12;
        field(ink, new Span(LEFT, pages.width()), top - 34, words.say("drop.remarks"));
        field(ink, new Span(LEFT, half), top - 88, words.say("drop.driver"));
        field(ink, new Span(LEFT + half + 24, half), top - 88, words.say("drop.receiver"));
        field(ink, new Span(LEFT, half), top - 132, words.say("drop.time"));
        field(ink, new Span(LEFT + half + 24, half), top - 132, words.say("drop.bags-counted"));
    }

    /** A line to write on, and below it what is written there. */
    private static void field(Ink ink, Span span, float y, String name) {
        ink.rule(span.x(), y, span.width(), 1);
        ink.write(span.x(), y - 11, Style.quiet(9), name);
    }
}
