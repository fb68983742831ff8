package tuanju.pickup.printing;

import java.util.List;
import org.openpdf.text.PageSize;
import tuanju.pickup.CheckSum;
import tuanju.pickup.Goods;
import tuanju.pickup.ListKind;
import tuanju.pickup.Stop;
import tuanju.pickup.Words;
import tuanju.pickup.printing.Ink.Span;
import tuanju.pickup.printing.Ink.Style;

/** Prints where the driver stops: points with huge numbers, where and until when, whom to ask for, what to drop there. */
final class DriverPaper {

    private static final float LEFT = Pages.MARGIN;
    private static final float RAIL = 64;
    private static final float BODY = LEFT + RAIL;
    private static final float POINT = 76;
    private static final float ROW = 17;
    private static final float DONE = 42;
    private static final float CUT = 16;

    private final Words words;
    private final Imprint imprint;
    private final List<Stop> stops;
    private final Pages pages = new Pages(PageSize.A4, PaperFrame.FIRST_HEAD, PaperFrame.NEXT_HEAD);
    private final float right = LEFT + pages.width();

    DriverPaper(Words words, Imprint imprint, List<Stop> stops) {
        this.words = words;
        this.imprint = imprint;
        this.stops = List.copyOf(stops);
    }

    byte[] print(byte[] font) {
        for (int i = 0; i < stops.size(); i++) {
            place(i + 1, stops.get(i));
        }
        var sum = CheckSum.total(stops.stream().map(stop -> stop.drop().sum()));
        return pages.print(imprint, font, new PaperFrame(words, imprint, ListKind.DRIVER_SHEET, sum));
    }

    /** A stop stays on one page where it can. */
    private void place(int number, Stop stop) {
        float rows = Math.min(stop.drop().goods().size(), 24) * ROW;
        if (!pages.fits(POINT + rows + DONE)) {
            pages.turn();
        }
        pages.place(POINT, (ink, top) -> drawPoint(ink, top, number, stop));
        for (var goods : stop.drop().goods()) {
            pages.place(ROW, (ink, top) -> drawGoods(ink, top, goods));
        }
        pages.place(DONE, (ink, top) -> drawDone(ink, top, stop));
        pages.place(CUT, (ink, top) -> ink.cut(LEFT, top - CUT / 2, pages.width()));
    }

    private void drawPoint(Ink ink, float top, int number, Stop stop) {
        var drop = stop.drop();
        var body = new Span(BODY, right - BODY - 90);
        ink.writeWhole(new Span(LEFT, RAIL - 16), top - 40, Style.bold(46), Integer.toString(number));
        ink.writeWithin(body, top - 20, Style.bold(19), drop.point().name());
        ink.writeEndingAt(right, top - 20, Style.bold(15), words.say("drop.bags", drop.bags()));
        ink.writeWithin(
                new Span(BODY, right - BODY),
                top - 37,
                Style.plain(12),
                drop.point().address());
        ink.writeWithin(new Span(BODY, right - BODY), top - 52, Style.plain(10.5f), words.window(drop, imprint.zone()));
        ink.writeWithin(
                new Span(BODY, right - BODY),
                top - 66,
                Style.plain(10.5f),
                words.say("drop.contact", stop.contact(), stop.maskedPhone()));
    }

    private void drawGoods(Ink ink, float top, Goods goods) {
        ink.rule(BODY, top, right - BODY, 0.3f);
        ink.tickBox(BODY, top - 13.5f, 10);
        ink.writeWithin(new Span(BODY + 18, right - BODY - 230), top - 12.5f, Style.plain(11), goods.said());
        ink.writeEndingAt(right - 132, top - 12.5f, Style.bold(12), words.say("drop.pieces", goods.pieces()));
        ink.writeEndingAt(right, top - 12.5f, Style.quiet(10), words.cases(goods));
    }

    private void drawDone(Ink ink, float top, Stop stop) {
        ink.rule(BODY, top, right - BODY, 1);
        ink.writeWithin(
                new Span(BODY, right - BODY - 190),
                top - 17,
                Style.bold(10.5f),
                words.of(stop.drop().sum()));
        ink.writeWithin(
                new Span(BODY, right - BODY),
                top - 31,
                Style.plain(10),
                words.of(stop.drop().dues()));
        ink.tickBox(right - 170, top - 18, 11);
        ink.write(right - 154, top - 17, Style.plain(10), words.say("drop.dropped"));
        ink.rule(right - 90, top - 19, 90, 1);
    }
}
