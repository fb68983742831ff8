package tuanju.pickup.printing;

import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.Rectangle;

/** Pages of one size that fill from the top, row by row; a row that does not fit turns the page. */
final class Pages {

    static final float MARGIN = 12 * Paper.MILLIMETRE;
    private static final float FOOT = 26;

    private final Rectangle size;
    private final List<List<Placed>> pages = new ArrayList<>();
    private final List<Float> heads;
    private float y;

    /** The first page's head is higher than the later ones'. */
    Pages(Rectangle size, float firstHead, float nextHead) {
        this.size = size;
        this.heads = List.of(firstHead, nextHead);
        turn();
    }

    /** Draws itself below this height. */
    interface Drawing {
        void draw(Ink ink, float top);
    }

    /** Draws what stands above and below the rows of every page. */
    interface Frame {
        void draw(Ink ink, Leaf leaf);
    }

    /**
     * One page.
     *
     * @param top where its head begins
     */
    record Leaf(int number, int of, float width, float top) {
        boolean isFirst() {
            return number == 1;
        }
    }

    private record Placed(float top, Drawing drawing) {}

    float width() {
        return size.getWidth() - 2 * MARGIN;
    }

    boolean fits(float height) {
        return y - height >= MARGIN + FOOT;
    }

    void turn() {
        y = size.getHeight() - MARGIN - (pages.isEmpty() ? heads.getFirst() : heads.getLast());
        pages.add(new ArrayList<>());
    }

    /** Puts something of this height where the page has come to. */
    void place(float height, Drawing drawing) {
        if (!fits(height)) {
            turn();
        }
        pages.getLast().add(new Placed(y, drawing));
        y -= height;
    }

    /** The file. */
    byte[] print(Imprint imprint, byte[] font, Frame frame) {
        var paper = new Paper(size, font, imprint.title(), imprint.printed());
        for (int page = 0; page < pages.size(); page++) {
            paper.nextPage();
            frame.draw(paper.ink(), new Leaf(page + 1, pages.size(), width(), size.getHeight() - MARGIN));
            pages.get(page).forEach(placed -> placed.drawing().draw(paper.ink(), placed.top()));
        }
        return paper.finish();
    }
}
