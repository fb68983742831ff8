package tuanju.cycle.ordering;

import static tuanju.picture.PosterCanvas.HEIGHT;
import static tuanju.picture.PosterCanvas.INK;
import static tuanju.picture.PosterCanvas.MARGIN;
import static tuanju.picture.PosterCanvas.PERSIMMON;
import static tuanju.picture.PosterCanvas.QR;
import static tuanju.picture.PosterCanvas.QUIET;
import static tuanju.picture.PosterCanvas.WIDTH;

import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.IntFunction;
import tuanju.picture.PosterCanvas;

/** Paints a cycle's poster: its goods above, what they cost, until when, and the way in below. */
final class CyclePosterPainter {

    static final int PICTURE = 480;
    static final int MOST_PICTURES = 3;
    static final int MOST_LINES = 4;

    private static final int SHEET = 600;
    private static final int GAP = 36;
    private static final int TITLE_LINE = 60;
    private static final int LINE = 52;

    /**
     * What it shows, in words already chosen for its reader.
     *
     * @param pictures square, at least one
     * @param goods the first of them, each with its price
     * @param facts how many more there are, until when, where to collect; one line each
     */
    record Content(
            List<BufferedImage> pictures,
            BufferedImage qr,
            String title,
            List<Priced> goods,
            List<String> facts,
            String invitation,
            String brand,
            String community) {}

    /** Goods and their price, as read. */
    record Priced(String name, String price) {}

    private final Content content;
    private final PosterCanvas canvas;

    private CyclePosterPainter(Content content, IntFunction<Font> face) {
        this.content = content;
        this.canvas = new PosterCanvas(face);
    }

    /**
     * @param face the typeface at a size in pixels
     */
    static BufferedImage paint(Content content, IntFunction<Font> face) {
        var painter = new CyclePosterPainter(content, face);
        painter.pictures();
        painter.facts(painter.goods(painter.title(SHEET + 88)) + 20);
        painter.canvas.wayIn(content.qr(), content.invitation());
        painter.canvas.footer(content.brand(), content.community());
        return painter.canvas.finished();
    }

    private void pictures() {
        int count = content.pictures().size();
        canvas.wash(content.pictures().getFirst(), SHEET);
        int size = count == 1 ? PICTURE : (WIDTH - 2 * MARGIN - (count - 1) * GAP) / count;
        int left = (WIDTH - count * size - (count - 1) * GAP) / 2;
        for (var picture : content.pictures()) {
            canvas.picture(picture, left, (SHEET - size) / 2, size);
            left += size + GAP;
        }
    }

    private int title(int first) {
        var ink = canvas.ink();
        int y = first - TITLE_LINE;
        ink.setFont(canvas.bold(48));
        ink.setColor(INK);
        for (var line : canvas.lines(content.title(), WIDTH - 2.0 * MARGIN, 2)) {
            y += TITLE_LINE;
            ink.drawString(line, MARGIN, y);
        }
        return y;
    }

    /** The price stands at the right edge, so that a long name never touches it. */
    private int goods(int above) {
        int y = above + 12;
        for (var each : content.goods()) {
            y += LINE;
            canvas.ink().setFont(canvas.bold(36));
            double price = canvas.width(each.price());
            canvas.word(each.price(), canvas.bold(36), PERSIMMON, WIDTH - MARGIN - price, y);
            canvas.ink().setFont(canvas.regular(34));
            var name = canvas.shortened(each.name(), WIDTH - 2.0 * MARGIN - price - GAP);
            canvas.word(name, canvas.regular(34), INK, MARGIN, y);
        }
        return y;
    }

    /** As many as there is room for. */
    private void facts(int above) {
        int y = above;
        for (var fact : content.facts()) {
            canvas.ink().setFont(canvas.regular(30));
            canvas.ink().setColor(QUIET);
            for (var line : canvas.lines(fact, WIDTH - 3.0 * MARGIN - QR, 2)) {
                y += 44;
                if (y < HEIGHT - 110) {
                    canvas.ink().drawString(line, MARGIN, y);
                }
            }
        }
    }
}
