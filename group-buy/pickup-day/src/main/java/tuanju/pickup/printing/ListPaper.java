package tuanju.pickup.printing;

import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.PageSize;
import tuanju.pickup.SortedList;
import tuanju.pickup.Words;
import tuanju.pickup.printing.Ink.Span;
import tuanju.pickup.printing.Ink.Style;
import tuanju.pickup.printing.ListBlocks.Block;

/** Prints a list on A4: huge building numbers, cut lines between sections, and on every page what must add up. */
final class ListPaper {

    static final float MARGIN = 12 * Paper.MILLIMETRE;
    static final float WIDTH = PageSize.A4.getWidth() - 2 * MARGIN;

    private static final float TOP = PageSize.A4.getHeight() - MARGIN;
    private static final float BOTTOM = MARGIN + 26;
    private static final float FIRST_HEAD = 62;
    private static final float NEXT_HEAD = 22;
    private static final float CUT = 16;

    private final Words words;
    private final Imprint imprint;
    private final String name;
    private final List<List<Placed>> pages = new ArrayList<>();
    private float y;

    /** Under this name: what kind of list it is. */
    ListPaper(Words words, Imprint imprint, String name) {
        this.words = words;
        this.imprint = imprint;
        this.name = name;
    }

    /** Something whose place on its page is known. */
    private record Placed(float top, Drawing drawing) {}

    /** Draws itself below this height. */
    interface Drawing {
        void draw(Ink ink, float top);
    }

    /** The list as a PDF. One paper prints one list. */
    byte[] print(SortedList list, byte[] font) {
        turnPage();
        new ListBlocks(words, list.isAtSeveralPoints()).of(list).forEach(this::place);
        var paper = new Paper(PageSize.A4, font, imprint.title(), imprint.printed());
        for (int page = 0; page < pages.size(); page++) {
            paper.nextPage();
            drawHead(paper.ink(), list, page);
            pages.get(page).forEach(placed -> placed.drawing().draw(paper.ink(), placed.top()));
            drawFoot(paper.ink(), list, page);
        }
        return paper.finish();
    }

    private void place(Block block) {
        float needed =
                Math.max(block.least(), block.head() + block.rows().getFirst().height());
        if (y - needed < BOTTOM) {
            turnPage();
        }
        float start = y;
        placeHead(block, false);
        for (var row : block.rows()) {
            if (y - row.height() < BOTTOM) {
                turnPage();
                start = y;
                placeHead(block, true);
            }
            current().add(new Placed(y, row.drawing()));
            y -= row.height();
        }
        y = Math.min(y, start - block.least());
        current().add(new Placed(y - CUT / 2, (ink, top) -> ink.cut(MARGIN, top, WIDTH)));
        y -= CUT;
    }

    private void placeHead(Block block, boolean continued) {
        current().add(new Placed(y, (ink, top) -> block.title().draw(ink, top, continued)));
        y -= block.head();
    }

    private void turnPage() {
        y = TOP - (pages.isEmpty() ? FIRST_HEAD : NEXT_HEAD);
        pages.add(new ArrayList<>());
    }

    private List<Placed> current() {
        return pages.getLast();
    }

    private void drawHead(Ink ink, SortedList list, int page) {
        if (page > 0) {
            ink.writeWithin(new Span(MARGIN, WIDTH - 150), TOP - 9, Style.quiet(9), imprint.title());
            ink.writeEndingAt(MARGIN + WIDTH, TOP - 9, Style.quiet(9), name);
            return;
        }
        ink.writeWithin(new Span(MARGIN, WIDTH - 150), TOP - 17, Style.bold(19), imprint.title());
        ink.writeEndingAt(MARGIN + WIDTH, TOP - 16, Style.bold(14), name);
        ink.writeWithin(new Span(MARGIN, WIDTH - 190), TOP - 36, Style.plain(10.5f), imprint.place());
        ink.writeEndingAt(MARGIN + WIDTH, TOP - 36, Style.bold(10.5f), words.of(list.sum()));
        ink.rule(MARGIN, TOP - 46, WIDTH, 1.4f);
    }

    private void drawFoot(Ink ink, SortedList list, int page) {
        ink.rule(MARGIN, MARGIN + 20, WIDTH, 0.6f);
        var foot = words.foot(list.sum(), imprint.dues());
        ink.writeWithin(new Span(MARGIN, WIDTH - 70), MARGIN + 8, Style.bold(9), foot);
        var number = words.say("print.page", page + 1, pages.size());
        ink.writeEndingAt(MARGIN + WIDTH, MARGIN + 8, Style.bold(9), number);
        var printed = words.say("print.imprint", imprint.printedAt(), imprint.printedBy(), imprint.version());
        ink.write(MARGIN, MARGIN - 4, Style.quiet(8), printed);
        ink.writeEndingAt(MARGIN + WIDTH, MARGIN - 4, Style.quiet(8), words.say("print.privacy"));
    }
}
