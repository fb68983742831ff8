package tuanju.picture;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.IntFunction;

/** What posters of 1080 × 1440 pixels and pictures of links are painted on and with: paper, inks, typeface, the way in and the footer. */
public final class PosterCanvas {

    public static final int WIDTH = 1080;
    public static final int HEIGHT = 1440;
    public static final int MARGIN = 64;
    public static final int QR = 256;

    public static final Color PAPER = new Color(0xFFFDF9);
    public static final Color INK = new Color(0x1F2328);
    public static final Color QUIET = new Color(0x6B6560);
    public static final Color LINE = new Color(0xC9C1B8);
    public static final Color PERSIMMON = new Color(0xD9481F);
    public static final Color BLUSH = new Color(0xFDEBE4);

    private static final int WASH = 7;

    private final IntFunction<Font> face;
    private final BufferedImage poster;
    private final Graphics2D ink;

    /**
     * An empty canvas.
     *
     * @param face the typeface at a size in pixels
     */
    public PosterCanvas(IntFunction<Font> face) {
        this(face, WIDTH, HEIGHT);
    }

    /** An empty one of this size, without way in and footer. */
    PosterCanvas(IntFunction<Font> face, int width, int height) {
        this.face = face;
        poster = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        ink = poster.createGraphics();
        ink.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        ink.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        ink.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        ink.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        ink.setColor(PAPER);
        ink.fillRect(0, 0, width, height);
    }

    /** The painted poster; the canvas is done with then. */
    public BufferedImage finished() {
        ink.dispose();
        return poster;
    }

    public Graphics2D ink() {
        return ink;
    }

    public Font regular(int size) {
        return face.apply(size);
    }

    public Font bold(int size) {
        return face.apply(size).deriveFont(Font.BOLD);
    }

    /** A picture on a soft wash of its own colours, so that any suits the poster; the sheet covers it from there down. */
    public void wash(BufferedImage picture, int sheetTop) {
        ink.drawImage(washed(picture), 0, -120, WIDTH, WIDTH, null);
        ink.setColor(PAPER);
        ink.fill(new RoundRectangle2D.Double(0, sheetTop, WIDTH, HEIGHT - sheetTop + 60.0, 88, 88));
    }

    /** A square picture with round corners and a soft shadow. */
    public void picture(BufferedImage picture, int left, int top, int size) {
        for (int spread = 40; spread > 0; spread -= 2) {
            ink.setColor(new Color(70, 35, 10, 3));
            ink.fill(round(left - spread / 2.0, top - spread / 2.0 + 18, size + spread, 88 + spread));
        }
        ink.drawImage(rounded(picture, size, 44), left, top, null);
    }

    /** Writes and answers where the next word begins. */
    public double word(String text, Font font, Color color, double x, double base) {
        ink.setFont(font);
        ink.setColor(color);
        ink.drawString(text, (float) x, (float) base);
        return x + PosterText.width(ink, text);
    }

    /** A short text in a soft pill; answers where what follows begins. */
    public double pill(String text, double x, double base) {
        ink.setFont(bold(28));
        double width = PosterText.width(ink, text) + 36;
        ink.setColor(BLUSH);
        ink.fill(new RoundRectangle2D.Double(x, base - 36, width, 52, 52, 52));
        word(text, bold(28), PERSIMMON, x + 18, base);
        return x + width + 18;
    }

    /** A text in the font in use, broken into at most this many lines of at most this width. */
    public List<String> lines(String text, double width, int most) {
        return PosterText.lines(ink, text, width, most);
    }

    /** As much of a text as fits, in the font in use. */
    public String shortened(String text, double width) {
        return PosterText.shortened(ink, text, width);
    }

    /** The text without what the typeface has no shape for, such as emoji: nothing is better than an empty box. */
    String legible(String text) {
        var font = regular(24);
        return text.codePoints()
                .filter(it -> Character.isWhitespace(it) || font.canDisplay(it))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    /** How wide a text is in the font in use. */
    public double width(String text) {
        return PosterText.width(ink, text);
    }

    /** The QR code below at the right, with an invitation under it. */
    public void wayIn(BufferedImage qr, String invitation) {
        int left = WIDTH - MARGIN - QR;
        int top = HEIGHT - 84 - QR;
        ink.drawImage(rounded(qr, QR, 24), left, top, null);
        ink.setFont(regular(26));
        ink.setColor(QUIET);
        var text = shortened(invitation, QR + 60.0);
        ink.drawString(text, (float) (left + (QR - width(text)) / 2), top + QR + 42);
    }

    /** Who says so, below at the left. */
    public void footer(String brand, String community) {
        PosterMark.paint(ink, MARGIN, HEIGHT - 90, 48);
        double x = word(brand, bold(30), INK, MARGIN + 62.0, HEIGHT - 54);
        ink.setFont(regular(26));
        var place = shortened(community, WIDTH - 2.0 * MARGIN - QR - x - 50);
        word(place, regular(26), QUIET, x + 18, HEIGHT - 55);
    }

    private static Image washed(BufferedImage picture) {
        var small = new BufferedImage(WASH, WASH, BufferedImage.TYPE_INT_RGB);
        var pen = small.createGraphics();
        pen.drawImage(picture.getScaledInstance(WASH, WASH, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        pen.setColor(new Color(255, 253, 249, 90));
        pen.fillRect(0, 0, WASH, WASH);
        pen.dispose();
        return small;
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
