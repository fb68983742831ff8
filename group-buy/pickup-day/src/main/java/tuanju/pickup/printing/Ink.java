package tuanju.pickup.printing;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import org.openpdf.text.pdf.PdfContentByte;

/** Draws words, lines and codes on the current page; x and y are points from the lower left corner. */
final class Ink {

    /** How much a stroke around each letter makes it bold, per point of its size. */
    private static final float BOLD_STROKE = 0.03f;

    private static final float SMALLEST_SHARE = 0.62f;
    private static final int MOST_LINES = 3;
    private static final float LINE_HEIGHT = 1.2f;
    private static final String ELLIPSIS = "…";

    private final PdfContentByte page;
    private final Lettering lettering;

    Ink(PdfContentByte page, Lettering lettering) {
        this.page = page;
        this.lettering = lettering;
    }

    /** How words look: size in points, bold or not, 0 for black to 1 for white. */
    record Style(float size, boolean bold, float grey) {
        static Style plain(float size) {
            return new Style(size, false, 0);
        }

        static Style bold(float size) {
            return new Style(size, true, 0);
        }

        static Style quiet(float size) {
            return new Style(size, false, 0.35f);
        }

        Style sized(float other) {
            return new Style(other, bold, grey);
        }
    }

    /** Writes to the right of x and answers where it ended. */
    float write(float x, float baseline, Style style, String text) {
        page.saveState();
        page.setGrayFill(style.grey());
        page.setGrayStroke(style.grey());
        page.setLineWidth(style.size() * BOLD_STROKE);
        page.beginText();
        page.setTextRenderingMode(
                style.bold() ? PdfContentByte.TEXT_RENDER_MODE_FILL_STROKE : PdfContentByte.TEXT_RENDER_MODE_FILL);
        page.setTextMatrix(x, baseline);
        for (var run : lettering.runs(text)) {
            page.setFontAndSize(run.face(), style.size());
            page.showText(run.text());
        }
        page.endText();
        page.restoreState();
        return x + width(style, text);
    }

    void writeEndingAt(float x, float baseline, Style style, String text) {
        write(x - width(style, text), baseline, style, text);
    }

    /** Writes within this width: smaller where needed, and with an ellipsis where that is not enough. */
    float writeWithin(Span span, float baseline, Style style, String text) {
        float needed = width(style, text);
        float share = needed <= span.width() ? 1 : Math.max(SMALLEST_SHARE, span.width() / needed);
        var fitting = style.sized(style.size() * share);
        return write(span.x(), baseline, fitting, shortened(text, fitting, span.width()));
    }

    /** Writes within this width as large as possible, however small that is: a door must be read in full. */
    void writeWhole(Span span, float baseline, Style style, String text) {
        float share = Math.min(1, span.width() / Math.max(1, width(style, text)));
        write(span.x(), baseline, style.sized(style.size() * share), text);
    }

    /** Writes in up to three lines below each other, letter by letter as Chinese breaks; the rest becomes an ellipsis. */
    void writeWrapped(Span span, float baseline, Style style, String text) {
        var left = text;
        for (int line = 0; line < MOST_LINES && !left.isEmpty(); line++) {
            boolean last = line == MOST_LINES - 1;
            var written = last ? shortened(left, style, span.width()) : fitting(left, style, span.width());
            write(span.x(), baseline - line * style.size() * LINE_HEIGHT, style, written);
            left = left.substring(Math.min(left.length(), Math.max(1, written.length())))
                    .stripLeading();
        }
    }

    private String fitting(String text, Style style, float width) {
        int end = text.length();
        while (end > 1 && width(style, text.substring(0, end)) > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end);
    }

    /** A stretch of a line. */
    record Span(float x, float width) {}

    private String shortened(String text, Style style, float width) {
        if (width(style, text) <= width * 1.001f) {
            return text;
        }
        var kept = text;
        while (!kept.isEmpty() && width(style, kept + ELLIPSIS) > width) {
            kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
        }
        return kept + ELLIPSIS;
    }

    float width(Style style, String text) {
        return lettering.width(text, style.size());
    }

    void rule(float x, float y, float width, float thickness) {
        page.saveState();
        page.setGrayStroke(thickness < 1 ? 0.6f : 0);
        page.setLineWidth(thickness);
        page.moveTo(x, y);
        page.lineTo(x + width, y);
        page.stroke();
        page.restoreState();
    }

    /** A dashed line with a small pair of scissors at its left: cut here. */
    void cut(float x, float y, float width) {
        page.saveState();
        page.setGrayStroke(0.3f);
        page.setLineWidth(0.8f);
        page.circle(x + 2.2f, y + 2.4f, 1.7f);
        page.circle(x + 2.2f, y - 2.4f, 1.7f);
        page.moveTo(x + 3.5f, y + 1.3f);
        page.lineTo(x + 11, y - 2.6f);
        page.moveTo(x + 3.5f, y - 1.3f);
        page.lineTo(x + 11, y + 2.6f);
        page.stroke();
        page.setLineDash(4, 3, 0);
        page.moveTo(x + 15, y);
        page.lineTo(x + width, y);
        page.stroke();
        page.restoreState();
    }

    /** An empty box to tick with a pen. */
    void tickBox(float x, float y, float side) {
        page.saveState();
        page.setGrayStroke(0);
        page.setLineWidth(0.9f);
        page.rectangle(x, y, side, side);
        page.stroke();
        page.restoreState();
    }

    /** A QR code whose lower left corner is x, y; black on the paper's white, sharp at any size. */
    void qrCode(float x, float y, float side, String text) {
        var modules = modules(text);
        float step = side / modules.getWidth();
        page.saveState();
        page.setGrayFill(0);
        for (int row = 0; row < modules.getHeight(); row++) {
            drawRow(modules, row, x, y + side - (row + 1) * step, step);
        }
        page.fill();
        page.restoreState();
    }

    private void drawRow(ByteMatrix modules, int row, float x, float y, float step) {
        int start = -1;
        for (int column = 0; column <= modules.getWidth(); column++) {
            boolean dark = column < modules.getWidth() && modules.get(column, row) == 1;
            if (dark && start < 0) {
                start = column;
            } else if (!dark && start >= 0) {
                page.rectangle(x + start * step, y, (column - start) * step, step);
                start = -1;
            }
        }
    }

    private static ByteMatrix modules(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too long for a QR code", e);
        }
    }
}
