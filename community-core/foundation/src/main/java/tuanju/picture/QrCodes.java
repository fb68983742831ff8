package tuanju.picture;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Draws QR codes. */
@Component
public class QrCodes {

    private static final int QUIET = 2;

    /** A QR code of this text as an SVG document that scales. */
    public String svg(String text) {
        var matrix = matrix(text, 0);
        var path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
                <rect width="%1$d" height="%1$d" fill="#ffffff"/><path d="%2$s" fill="#1f2328"/></svg>""".formatted(matrix.getWidth(), path);
    }

    /** A QR code of this text as pixels, with quiet zone, of exactly this width. */
    public BufferedImage raster(String text, int width) {
        var matrix = matrix(text, width);
        var image = new BufferedImage(width, width, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < width; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, matrix.get(x, y) ? 0x1F2328 : 0xFFFFFF);
            }
        }
        return image;
    }

    private static BitMatrix matrix(String text, int width) {
        var hints = Map.of(
                EncodeHintType.CHARACTER_SET,
                "UTF-8",
                EncodeHintType.ERROR_CORRECTION,
                ErrorCorrectionLevel.M,
                EncodeHintType.MARGIN,
                QUIET);
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, width, width, hints);
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too much text for a QR code", e);
        }
    }
}
