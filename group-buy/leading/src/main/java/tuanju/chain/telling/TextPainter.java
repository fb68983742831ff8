package tuanju.chain.telling;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Paints a text as a picture of 1080 pixels width, as high as it needs: the first line large, the rest to be read on a phone. */
final class TextPainter {

    private static final int WIDTH = 1080;
    private static final int MARGIN = 72;
    private static final int MOST_LINES = 240;
    private static final Color PAPER = new Color(0xFFFDF9);
    private static final Color INK = new Color(0x1F2328);
    private static final Color PERSIMMON = new Color(0xD9481F);

    private TextPainter() {}

    /** One line as it will stand. */
    private record Row(TextLayout layout, int height, Color color) {}

    /** @param face the typeface at a size in pixels */
    static BufferedImage paint(String text, IntFunction<Font> face) {
        var measure = pen(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
        var rows = rows(text, face, measure);
        measure.dispose();
        int height = 2 * MARGIN + rows.stream().mapToInt(Row::height).sum();
        var picture = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        var ink = pen(picture);
        ink.setColor(PAPER);
        ink.fillRect(0, 0, WIDTH, height);
        ink.setColor(PERSIMMON);
        ink.fillRect(0, 0, WIDTH, 12);
        int y = MARGIN;
        for (var row : rows) {
            y += row.height();
            ink.setColor(row.color());
            row.layout().draw(ink, MARGIN, y - 16f);
        }
        ink.dispose();
        return picture;
    }

    private static List<Row> rows(String text, IntFunction<Font> face, Graphics2D pen) {
        var rows = new ArrayList<Row>();
        boolean first = true;
        for (var line : text.lines().limit(MOST_LINES).toList()) {
            if (line.equals("#接龙")) {
                continue;
            }
            var font = first ? face.apply(52).deriveFont(Font.BOLD) : face.apply(36);
            broken(line.isBlank() ? " " : line, font, pen, first, rows);
            first = false;
        }
        return rows;
    }

    private static void broken(String line, Font font, Graphics2D pen, boolean title, List<Row> rows) {
        var attributed = new AttributedString(line);
        attributed.addAttribute(TextAttribute.FONT, font);
        var measurer = new LineBreakMeasurer(attributed.getIterator(), pen.getFontRenderContext());
        while (measurer.getPosition() < line.length()) {
            var layout = measurer.nextLayout(WIDTH - 2f * MARGIN);
            rows.add(new Row(layout, title ? 84 : line.isBlank() ? 32 : 60, title ? PERSIMMON : INK));
        }
    }

    private static Graphics2D pen(BufferedImage picture) {
        var pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        return pen;
    }
}
