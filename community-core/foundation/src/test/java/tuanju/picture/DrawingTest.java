package tuanju.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
    void aProductWithoutAPictureIsDrawnAsWhatTheLastWordOfItsNameSays() {
        assertThat(List.of("散养三黄鸡", "散养鸡蛋", "水蜜桃", "西瓜", "黄瓜", "鸡腿菇", "苹果汁", "花生油", "猪肉白菜水饺", "Fresh eggs"))
                .extracting(TileKind::of)
                .containsExactly(
                        TileKind.POULTRY,
                        TileKind.EGGS,
                        TileKind.FRUIT,
                        TileKind.FRUIT,
                        TileKind.VEGETABLES,
                        TileKind.VEGETABLES,
                        TileKind.DRINKS,
                        TileKind.OIL,
                        TileKind.BREAD,
                        TileKind.EGGS);
        assertThat(TileKind.of("<script>")).isEqualTo(TileKind.BASKET);
        assertThat(TileKind.at("<script>")).isEqualTo(TileKind.BASKET);
    }

    @ParameterizedTest
    @EnumSource(TileKind.class)
    void everyKindIsAPictureThatCanBeDrawnIntoAPosterToo(TileKind kind) {
        assertThat(TileKind.at(kind.slug())).isEqualTo(kind);
        var image = Illustrations.draw(Tiles.svg(kind, 12), 96);
        assertThat(image.getRGB(48, 48) & 0xFFFFFF)
                .as("the middle beside the ground of the tile")
                .isNotEqualTo(image.getRGB(2, 2) & 0xFFFFFF);
    }

    private static String read(BufferedImage image) throws Exception {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }
}
