package tuanju.picture;

import java.awt.image.BufferedImage;
import org.springframework.stereotype.Component;

/** Draws QR codes. */
@Component
public class QrCodes {

    /** A QR code of this text as an SVG document that scales. */
    public String svg(String text) {
        throw new UnsupportedOperationException();
    }

    /** A QR code of this text as pixels, with quiet zone, of exactly this width. */
    public BufferedImage raster(String text, int width) {
        throw new UnsupportedOperationException();
    }
}
