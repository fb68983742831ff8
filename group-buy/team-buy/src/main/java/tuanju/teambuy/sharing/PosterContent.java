package tuanju.teambuy.sharing;

import java.awt.image.BufferedImage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.money.Money;

/**
 * What a poster shows, in words already chosen for its reader.
 *
 * @param picture of the goods, square
 * @param detail spec and origin
 * @param priceLabel above the price: 3人拼团价
 * @param aloneLabel the honest price of buying alone, in words
 * @param faces who sits in the team, first to come first
 * @param seats of the team
 * @param progress how many are missing, or that it formed
 * @param facts until when, where to collect; one line each
 * @param invitation under the QR code
 */
record PosterContent(
        BufferedImage picture,
        BufferedImage qr,
        String title,
        String detail,
        String priceLabel,
        Money price,
        String aloneLabel,
        List<PosterFace> faces,
        int seats,
        String progress,
        List<String> facts,
        String invitation,
        String brand,
        String community) {

    /** One seat that is taken: the first character of a masked name on its colour. */
    record PosterFace(String initial, int hue) {

        static @Nullable PosterFace at(List<PosterFace> faces, int seat) {
            return seat < faces.size() ? faces.get(seat) : null;
        }
    }
}
