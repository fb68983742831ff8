package tuanju.picture;

import static tuanju.picture.LinkPicture.HEIGHT;
import static tuanju.picture.LinkPicture.WIDTH;
import static tuanju.picture.PosterCanvas.INK;
import static tuanju.picture.PosterCanvas.LINE;
import static tuanju.picture.PosterCanvas.PERSIMMON;
import static tuanju.picture.PosterCanvas.QUIET;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.function.IntFunction;

/** Paints the picture of a link: the goods at the left, at the right what they cost and how far it is. */
final class LinkPainter {

    /** The goods are as high as the picture. */
    static final int GOODS = HEIGHT;

    private static final int LEFT = GOODS + 48;
    private static final double ROOM = WIDTH - LEFT - 48.0;
    private static final int TITLE_LINE = 60;

    private final LinkPicture content;
    private final PosterCanvas canvas;

    private LinkPainter(LinkPicture content, IntFunction<Font> face) {
        this.content = content;
        this.canvas = new PosterCanvas(face, WIDTH, HEIGHT);
    }

    /**
     * @param goods square, as wide as {@link #GOODS}
     * @param face the typeface at a size in pixels
     */
    static BufferedImage paint(LinkPicture content, BufferedImage goods, IntFunction<Font> face) {
        var painter = new LinkPainter(content, face);
        painter.canvas.ink().drawImage(goods, 0, 0, GOODS, GOODS, null);
        painter.words();
        return painter.canvas.finished();
    }

    private void words() {
        int y = lines(content.title(), canvas.bold(46), 104, 2);
        y = lines(content.detail(), canvas.regular(28), y - 6, 1);
        price(y + 74);
        seats(436);
        shortened(content.progress(), canvas.bold(34), 524);
        PosterMark.paint(canvas.ink(), LEFT, 560, 34);
        canvas.ink().setFont(canvas.regular(24));
        canvas.word(
                canvas.shortened(canvas.legible(String.join(" · ", content.brand())), ROOM - 48),
                canvas.regular(24),
                QUIET,
                LEFT + 46.0,
                585);
    }

    /** Answers where the line after them begins. */
    private int lines(String text, Font font, int first, int most) {
        canvas.ink().setFont(font);
        int y = first;
        for (var line : canvas.lines(canvas.legible(text), ROOM, most)) {
            canvas.word(line, font, most > 1 ? INK : QUIET, LEFT, y);
            y += TITLE_LINE;
        }
        return y;
    }

    private void shortened(String text, Font font, int base) {
        canvas.ink().setFont(font);
        canvas.word(canvas.shortened(canvas.legible(text), ROOM), font, INK, LEFT, base);
    }

    private void price(int base) {
        double x = LEFT;
        if (!content.price().isEmpty()) {
            x = canvas.word(canvas.legible(content.price()), canvas.bold(72), PERSIMMON, x, base) + 20;
        }
        if (!content.label().isEmpty()) {
            canvas.pill(canvas.legible(content.label()), x, base - 8.0);
        }
    }

    /** One circle for each, however many there are. */
    private void seats(int top) {
        var ink = canvas.ink();
        int all = content.seats().all();
        double step = Math.min(54, ROOM / Math.max(1, all));
        for (int seat = 0; seat < all; seat++) {
            var circle = new Ellipse2D.Double(LEFT + 2 + seat * step, top, step * 0.74, step * 0.74);
            ink.setColor(PERSIMMON);
            if (seat < content.seats().paid()) {
                ink.fill(circle);
            } else {
                ink.setColor(LINE);
                ink.setStroke(new BasicStroke(3));
                ink.draw(circle);
            }
        }
    }
}
