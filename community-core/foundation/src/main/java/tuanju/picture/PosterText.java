package tuanju.picture;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text measured and broken into lines: Chinese between characters but never before a full stop, English between words. */
final class PosterText {

    private static final String ELLIPSIS = "…";

    private PosterText() {}

    /** At most this many lines of at most this width; what does not fit ends in an ellipsis. */
    static List<String> lines(Graphics2D ink, String text, double width, int most) {
        var lines = new ArrayList<String>();
        var rest = text.strip();
        while (!rest.isEmpty() && lines.size() < most - 1) {
            int end = lineEnd(ink, rest, width);
            lines.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            lines.add(shortened(ink, rest, width));
        }
        return lines;
    }

    /** The text itself when it fits, else as much of it as fits, with an ellipsis. */
    static String shortened(Graphics2D ink, String text, double width) {
        if (width(ink, text) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(ink, text.substring(0, end) + ELLIPSIS) > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).strip() + ELLIPSIS;
    }

    static double width(Graphics2D ink, String text) {
        return advance(ink.getFont(), ink, text);
    }

    private static double advance(Font font, Graphics2D ink, String text) {
        Rectangle2D bounds = font.getStringBounds(text, ink.getFontRenderContext());
        return bounds.getWidth();
    }

    private static int lineEnd(Graphics2D ink, String text, double width) {
        var breaks = BreakIterator.getLineInstance(Locale.SIMPLIFIED_CHINESE);
        breaks.setText(text);
        int end = 0;
        for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
            if (width(ink, text.substring(0, next).strip()) > width) {
                break;
            }
            end = next;
        }
        return end > 0 ? end : characters(ink, text, width);
    }

    /** One word longer than the line is cut where the line ends. */
    private static int characters(Graphics2D ink, String text, double width) {
        int end = text.offsetByCodePoints(0, 1);
        while (end < text.length() && width(ink, text.substring(0, text.offsetByCodePoints(end, 1))) <= width) {
            end = text.offsetByCodePoints(end, 1);
        }
        return end;
    }
}
