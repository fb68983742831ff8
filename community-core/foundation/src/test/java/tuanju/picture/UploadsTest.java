package tuanju.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;

/** what people upload becomes a picture and nothing else. */
class UploadsTest {

    private final Uploads uploads = new Uploads();

    @Test
    void a80PlaceAndTimeOfTheShotAreGoneAfterStoring() throws IOException {
        byte[] photo = withExif(jpeg(40, 20), 1, "GPS 31.05,121.45");
        assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains("GPS 31.05");

        byte[] stored = Pixels.jpeg(uploads.decode(file("photo.jpg", photo)));

        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain("GPS")
                .doesNotContain("Exif");
    }

    @Test
    void aPhotoTakenSidewaysIsTurnedUpright() throws IOException {
        var upright = uploads.decode(file("photo.jpg", withExif(jpeg(40, 20), 6, "")));

        assertThat(upright.getWidth()).isEqualTo(20);
        assertThat(upright.getHeight()).isEqualTo(40);
    }

    @Test
    void a80APageRenamedToAPictureIsRefused() {
        var page = file("cat.jpg", "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> uploads.decode(page))
                .isInstanceOf(CannotUsePicture.class)
                .hasMessage("picture-unreadable");
    }

    @Test
    void a80AnSvgIsRefused() {
        var svg = file(
                "x.svg",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> uploads.decode(svg)).hasMessage("picture-unreadable");
    }

    @Test
    void a80APixelBombIsRefusedByItsHeaderBeforeDecoding() {
        assertThatThrownBy(() -> uploads.decode(file("bomb.png", pngHeader(30_000, 30_000))))
                .hasMessage("picture-too-large");
    }

    @Test
    void aCutOffFileIsRefusedWithAReason() throws IOException {
        byte[] whole = jpeg(400, 400);
        byte[] start = java.util.Arrays.copyOf(whole, 60);
        assertThatThrownBy(() -> uploads.decode(file("cut.jpg", start))).hasMessage("picture-unreadable");
    }

    private static MockMultipartFile file(String name, byte[] bytes) {
        return new MockMultipartFile("picture", name, "image/jpeg", bytes);
    }

    private static byte[] jpeg(int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, Color.RED.getRGB());
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }

    private static byte[] withExif(byte[] jpeg, int orientation, String extra) {
        byte[] text = extra.getBytes(StandardCharsets.ISO_8859_1);
        int length = 2 + 6 + 8 + 2 + 12 + 4 + text.length;
        var file = ByteBuffer.allocate(jpeg.length + length + 2);
        file.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) length);
        file.putInt(0x45786966).putShort((short) 0);
        file.putShort((short) 0x4D4D).putShort((short) 42).putInt(8);
        file.putShort((short) 1);
        file.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        file.putInt(0).put(text);
        return file.put(jpeg, 2, jpeg.length - 2).array();
    }

    /** A PNG that announces its size and then ends. */
    private static byte[] pngHeader(int width, int height) {
        var crc = new java.util.zip.CRC32();
        byte[] header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        crc.update(header);
        return ByteBuffer.allocate(8 + 4 + 17 + 4 + 12)
                .putLong(0x89504E470D0A1A0AL)
                .putInt(13)
                .put(header)
                .putInt((int) crc.getValue())
                .putInt(0)
                .put("IDAT".getBytes(StandardCharsets.US_ASCII))
                .putInt(0)
                .array();
    }
}
