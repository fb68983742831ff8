package tuanju.storefront;

import static tuanju.picture.PosterCanvas.HEIGHT;
import static tuanju.picture.PosterCanvas.INK;
import static tuanju.picture.PosterCanvas.MARGIN;
import static tuanju.picture.PosterCanvas.QR;
import static tuanju.picture.PosterCanvas.QUIET;
import static tuanju.picture.PosterCanvas.WIDTH;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.IntFunction;
import tuanju.member.MemberCard;
import tuanju.picture.PosterCanvas;

/** Paints a storefront's poster: what can be ordered above, the leader and the way in below. */
final class StorefrontPainter {

    static final int PICTURE = 520;

    private static final int SHEET = 680;
    private static final int FACE = 132;
    private static final int GAP = 36;
    private static final int BLANK = 0xFDEBE4;

    /**
     * What it shows, in words already chosen for its reader.
     *
     * @param goods at most three pictures, square
     * @param words the leader's name, a headline, then facts
     */
    record Content(
            List<BufferedImage> goods,
            BufferedImage qr,
            MemberCard leader,
            List<String> words,
            String invitation,
            String brand,
            String community) {}

    private final Content content;
    private final PosterCanvas canvas;

    private StorefrontPainter(Content content, IntFunction<Font> face) {
        this.content = content;
        this.canvas = new PosterCanvas(face);
    }

    /**
     * @param face the typeface at a size in pixels
     */
    static BufferedImage paint(Content content, IntFunction<Font> face) {
        var painter = new StorefrontPainter(content, face);
        painter.paint();
        return painter.canvas.finished();
    }

    private void paint() {
        goods();
        leader();
        facts(SHEET + FACE + 168);
        canvas.wayIn(content.qr(), content.invitation());
        canvas.footer(content.brand(), content.community());
    }

    /** One picture large, two or three side by side; without any, the leader's face large. */
    private void goods() {
        if (content.goods().isEmpty()) {
            canvas.wash(blank(), SHEET);
            face((WIDTH - 320) / 2.0, (SHEET - 320) / 2.0, 320);
            return;
        }
        int count = content.goods().size();
        canvas.wash(content.goods().getFirst(), SHEET);
        int size = count == 1 ? PICTURE : (WIDTH - 2 * MARGIN - (count - 1) * GAP) / count;
        int left = (WIDTH - count * size - (count - 1) * GAP) / 2;
        for (var picture : content.goods()) {
            canvas.picture(picture, left, (SHEET - size) / 2, size);
            left += size + GAP;
        }
    }

    private void leader() {
        var ink = canvas.ink();
        face(MARGIN, SHEET + 64.0, FACE);
        int left = MARGIN + FACE + 36;
        ink.setFont(canvas.bold(58));
        canvas.word(
                canvas.shortened(content.words().getFirst(), WIDTH - left - MARGIN),
                canvas.bold(58),
                INK,
                left,
                SHEET + 122.0);
        ink.setFont(canvas.regular(32));
        canvas.word(
                canvas.shortened(content.words().get(1), WIDTH - left - MARGIN),
                canvas.regular(32),
                QUIET,
                left,
                SHEET + 180.0);
    }

    private void face(double x, double y, int size) {
        var ink = canvas.ink();
        ink.setColor(Color.getHSBColor(content.leader().hue() / 360f, 0.3f, 0.94f));
        ink.fill(new Ellipse2D.Double(x, y, size, size));
        ink.setFont(canvas.bold(size / 2));
        double width = canvas.width(content.leader().initial());
        canvas.word(content.leader().initial(), canvas.bold(size / 2), INK, x + (size - width) / 2, y + size * 0.68);
    }

    /** As many as there is room for, each broken into at most two lines. */
    private void facts(int first) {
        var ink = canvas.ink();
        int y = first;
        for (var fact : content.words().subList(2, content.words().size())) {
            ink.setFont(canvas.regular(34));
            ink.setColor(INK);
            for (var line : canvas.lines(fact, WIDTH - 3.0 * MARGIN - QR, 2)) {
                if (y < HEIGHT - 130) {
                    ink.drawString(line, MARGIN, y);
                }
                y += 48;
            }
            y += 20;
        }
    }

    private static BufferedImage blank() {
        var blank = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < 64; at++) {
            blank.setRGB(at % 8, at / 8, BLANK);
        }
        return blank;
    }
}
