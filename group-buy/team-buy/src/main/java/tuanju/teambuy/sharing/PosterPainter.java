package tuanju.teambuy.sharing;

import static tuanju.picture.PosterCanvas.HEIGHT;
import static tuanju.picture.PosterCanvas.INK;
import static tuanju.picture.PosterCanvas.LINE;
import static tuanju.picture.PosterCanvas.MARGIN;
import static tuanju.picture.PosterCanvas.PERSIMMON;
import static tuanju.picture.PosterCanvas.QR;
import static tuanju.picture.PosterCanvas.QUIET;
import static tuanju.picture.PosterCanvas.WIDTH;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import tuanju.picture.PosterCanvas;
import tuanju.teambuy.sharing.PosterContent.PosterFace;

/** Paints a team's poster: the goods large above, price, people and the way in below. */
final class PosterPainter {

    static final int PICTURE = 688;

    private static final int SHEET = 776;
    private static final int TITLE_LINE = 62;

    private final PosterContent content;
    private final PosterCanvas canvas;

    private PosterPainter(PosterContent content, IntFunction<Font> face) {
        this.content = content;
        this.canvas = new PosterCanvas(face);
    }

    /**
     * @param face the typeface at a size in pixels
     */
    static BufferedImage paint(PosterContent content, IntFunction<Font> face) {
        var painter = new PosterPainter(content, face);
        painter.paint();
        return painter.canvas.finished();
    }

    private void paint() {
        canvas.wash(content.picture(), SHEET);
        canvas.picture(content.picture(), (WIDTH - PICTURE) / 2, (SHEET - PICTURE) / 2, PICTURE);
        int y = title(SHEET + 84);
        y = price(y + 122);
        y = seats(y + 40);
        facts(y + 58);
        canvas.wayIn(content.qr(), content.invitation());
        canvas.footer(content.brand(), content.community());
    }

    private int title(int first) {
        var ink = canvas.ink();
        int y = first - TITLE_LINE;
        ink.setFont(canvas.bold(50));
        ink.setColor(INK);
        for (var line : canvas.lines(content.title(), WIDTH - 2.0 * MARGIN, 2)) {
            y += TITLE_LINE;
            ink.drawString(line, MARGIN, y);
        }
        ink.setFont(canvas.regular(30));
        ink.setColor(QUIET);
        ink.drawString(canvas.shortened(content.detail(), WIDTH - 2.0 * MARGIN), MARGIN, y + 52);
        return y + 52;
    }

    private int price(int base) {
        double x = canvas.pill(content.priceLabel(), MARGIN, base - 22.0);
        x = canvas.word("¥", canvas.bold(46), PERSIMMON, x, base);
        x = canvas.word(Long.toString(content.price().wholeYuan()), canvas.bold(100), PERSIMMON, x, base);
        x = canvas.word("." + content.price().fenDigits(), canvas.bold(46), PERSIMMON, x, base);
        canvas.word(content.aloneLabel(), canvas.regular(30), QUIET, x + 24, base);
        return base;
    }

    private int seats(int top) {
        boolean few = content.seats() <= 4;
        int size = content.seats() > 6 ? 52 : 64;
        double x = MARGIN;
        for (int seat = 0; seat < content.seats(); seat++) {
            seat(PosterFace.at(content.faces(), seat), x, top, size);
            x += size + 12;
        }
        int base = few ? top + 44 : top + size + 50;
        canvas.word(content.progress(), canvas.bold(34), INK, few ? x + 10 : MARGIN, base);
        return few ? top + size : base;
    }

    private void seat(@Nullable PosterFace face, double x, double y, int size) {
        var ink = canvas.ink();
        var circle = new Ellipse2D.Double(x + 1.5, y + 1.5, size - 3, size - 3);
        if (face == null) {
            ink.setColor(LINE);
            ink.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {7, 8}, 0));
            ink.draw(circle);
            return;
        }
        ink.setColor(Color.getHSBColor(face.hue() / 360f, 0.3f, 0.94f));
        ink.fill(circle);
        ink.setFont(canvas.bold(size / 2));
        double width = canvas.width(face.initial());
        canvas.word(face.initial(), canvas.bold(size / 2), INK, x + (size - width) / 2, y + size * 0.68);
    }

    /** As many as there is room for: a long title costs the last one. */
    private void facts(int first) {
        var ink = canvas.ink();
        int y = first;
        ink.setFont(canvas.regular(30));
        ink.setColor(QUIET);
        for (var fact : content.facts()) {
            if (y < HEIGHT - 100) {
                ink.drawString(canvas.shortened(fact, WIDTH - 3.0 * MARGIN - QR), MARGIN, y);
            }
            y += 46;
        }
    }
}
