package tuanju.teambuy;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import tuanju.teambuy.PosterContent.PosterFace;

/** Paints a poster of 1080 × 1440 pixels: the goods large above, price, people and the way in below. */
final class PosterPainter {

    static final int WIDTH = 1080;
    static final int HEIGHT = 1440;
    static final int PICTURE = 688;
    static final int QR = 256;

    private static final Color PAPER = new Color(0xFFFDF9);
    private static final Color INK = new Color(0x1F2328);
    private static final Color QUIET = new Color(0x6B6560);
    private static final Color LINE = new Color(0xC9C1B8);
    private static final Color PERSIMMON = new Color(0xD9481F);
    private static final Color BLUSH = new Color(0xFDEBE4);
    private static final int MARGIN = 64;
    private static final int SHEET = 776;
    private static final int TITLE_LINE = 62;
    private static final int WASH = 7;

    private final PosterContent content;
    private final IntFunction<Font> regular;
    private final BufferedImage poster = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D ink = poster.createGraphics();

    private PosterPainter(PosterContent content, IntFunction<Font> face) {
        this.content = content;
        this.regular = face;
    }

    /**
     * @param face the typeface at a size in pixels
     */
    static BufferedImage paint(PosterContent content, IntFunction<Font> face) {
        var painter = new PosterPainter(content, face);
        try {
            painter.paint();
            return painter.poster;
        } finally {
            painter.ink.dispose();
        }
    }

    private void paint() {
        ink.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        ink.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        ink.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        ink.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        picture();
        sheet();
        int y = title(SHEET + 84);
        y = price(y + 122);
        y = seats(y + 40);
        facts(y + 58);
        wayIn();
        footer();
    }

    /** The goods on a soft wash of their own colours, so that any picture suits the poster. */
    private void picture() {
        ink.drawImage(wash(), 0, -120, WIDTH, WIDTH, null);
        int left = (WIDTH - PICTURE) / 2;
        int top = (SHEET - PICTURE) / 2;
        for (int spread = 40; spread > 0; spread -= 2) {
            ink.setColor(new Color(70, 35, 10, 3));
            ink.fill(round(left - spread / 2.0, top - spread / 2.0 + 18, PICTURE + spread, 88 + spread));
        }
        ink.drawImage(rounded(content.picture(), PICTURE, 44), left, top, null);
    }

    private Image wash() {
        var small = new BufferedImage(WASH, WASH, BufferedImage.TYPE_INT_RGB);
        var pen = small.createGraphics();
        pen.drawImage(content.picture().getScaledInstance(WASH, WASH, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        pen.setColor(new Color(255, 253, 249, 90));
        pen.fillRect(0, 0, WASH, WASH);
        pen.dispose();
        return small;
    }

    private void sheet() {
        ink.setColor(PAPER);
        ink.fill(new RoundRectangle2D.Double(0, SHEET, WIDTH, HEIGHT - SHEET + 60.0, 88, 88));
    }

    private int title(int first) {
        int y = first - TITLE_LINE;
        ink.setFont(bold(50));
        ink.setColor(INK);
        for (var line : PosterText.lines(ink, content.title(), WIDTH - 2.0 * MARGIN, 2)) {
            y += TITLE_LINE;
            ink.drawString(line, MARGIN, y);
        }
        ink.setFont(regular.apply(30));
        ink.setColor(QUIET);
        ink.drawString(PosterText.shortened(ink, content.detail(), WIDTH - 2.0 * MARGIN), MARGIN, y + 52);
        return y + 52;
    }

    private int price(int base) {
        double x = tag(content.priceLabel(), base);
        x = word("¥", bold(46), PERSIMMON, x, base);
        x = word(Long.toString(content.price().wholeYuan()), bold(100), PERSIMMON, x, base);
        x = word("." + content.price().fenDigits(), bold(46), PERSIMMON, x, base);
        word(content.aloneLabel(), regular.apply(30), QUIET, x + 24, base);
        return base;
    }

    /** The label of the price in a soft pill; answers where the price begins. */
    private double tag(String text, int base) {
        ink.setFont(bold(28));
        double width = PosterText.width(ink, text) + 36;
        ink.setColor(BLUSH);
        ink.fill(new RoundRectangle2D.Double(MARGIN, base - 58, width, 52, 52, 52));
        word(text, bold(28), PERSIMMON, MARGIN + 18, base - 22);
        return MARGIN + width + 18;
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
        word(content.progress(), bold(34), INK, few ? x + 10 : MARGIN, base);
        return few ? top + size : base;
    }

    private void seat(@Nullable PosterFace face, double x, double y, int size) {
        var circle = new Ellipse2D.Double(x + 1.5, y + 1.5, size - 3, size - 3);
        if (face == null) {
            ink.setColor(LINE);
            ink.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {7, 8}, 0));
            ink.draw(circle);
            return;
        }
        ink.setColor(Color.getHSBColor(face.hue() / 360f, 0.3f, 0.94f));
        ink.fill(circle);
        ink.setFont(bold(size / 2));
        double width = PosterText.width(ink, face.initial());
        word(face.initial(), bold(size / 2), INK, x + (size - width) / 2, y + size * 0.68);
    }

    /** As many as there is room for: a long title costs the last one. */
    private void facts(int first) {
        int y = first;
        ink.setFont(regular.apply(30));
        ink.setColor(QUIET);
        for (var fact : content.facts()) {
            if (y < HEIGHT - 100) {
                ink.drawString(PosterText.shortened(ink, fact, WIDTH - 3.0 * MARGIN - QR), MARGIN, y);
            }
            y += 46;
        }
    }

    private void wayIn() {
        int left = WIDTH - MARGIN - QR;
        int top = HEIGHT - 84 - QR;
        ink.drawImage(rounded(content.qr(), QR, 24), left, top, null);
        ink.setFont(regular.apply(26));
        ink.setColor(QUIET);
        var text = PosterText.shortened(ink, content.invitation(), QR + 60.0);
        ink.drawString(text, (float) (left + (QR - PosterText.width(ink, text)) / 2), top + QR + 42);
    }

    private void footer() {
        PosterMark.paint(ink, MARGIN, HEIGHT - 90, 48);
        double x = word(content.brand(), bold(30), INK, MARGIN + 62.0, HEIGHT - 54);
        ink.setFont(regular.apply(26));
        var community = PosterText.shortened(ink, content.community(), WIDTH - 2.0 * MARGIN - QR - x - 50);
        word(community, regular.apply(26), QUIET, x + 18, HEIGHT - 55);
    }

    private double word(String text, Font font, Color color, double x, double base) {
        ink.setFont(font);
        ink.setColor(color);
        ink.drawString(text, (float) x, (float) base);
        return x + PosterText.width(ink, text);
    }

    private Font bold(int size) {
        return regular.apply(size).deriveFont(Font.BOLD);
    }

    private static Shape round(double x, double y, double size, double arc) {
        return new RoundRectangle2D.Double(x, y, size, size, arc, arc);
    }

    private static BufferedImage rounded(BufferedImage picture, int size, int radius) {
        var result = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        var pen = result.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.fill(round(0, 0, size, 2.0 * radius));
        pen.setComposite(AlphaComposite.SrcIn);
        pen.drawImage(picture, 0, 0, size, size, null);
        pen.dispose();
        return result;
    }
}
