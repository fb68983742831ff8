package tuanju.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

/** What the program draws can be read. */
class DrawingTest {

    @Test
    void aQrCodeReadsBackAsTheTextItWasGiven() throws Exception {
        String text = "https://tuanju.example/t/GH0183KQ7ZXW2M 团聚";
        assertThat(read(new QrCodes().raster(text, 320))).isEqualTo(text);
    }

    @Test
    void theShippedTypefaceKnowsPricesAndRareNames() throws Exception {
        var face = new Typefaces().sized(24);
        assertThat(face.canDisplayUpTo("¥39.90 A-z 团聚 垚喆堃岈 ×·—“”（）。")).isEqualTo(-1);
    }

    @Test
    void aProductWithoutAPictureGetsATileWithItsFirstCharacterAndNoMarkup() {
        assertThat(Tiles.svg(Tiles.letterOf("阳光玫瑰"), 12, true)).contains(">阳</text>");
        assertThat(Tiles.svg(Tiles.letterOf("<script>"), 12, true))
                .contains("&lt;")
                .doesNotContain("><<");
        assertThat(Tiles.letterOf("  ")).isEqualTo("·");
    }

    private static String read(BufferedImage image) throws Exception {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }
}
