package tuanju.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Reads what people upload as a picture, and nothing else: measures before decoding, turns it upright, drops the rest. */
@Component
class Uploads {

    private static final long MOST_BYTES = 10L * 1024 * 1024;
    private static final long MOST_PIXELS = 40_000_000L;
    private static final Set<String> KINDS = Set.of("jpeg", "png");

    BufferedImage decode(MultipartFile upload) {
        if (upload.getSize() > MOST_BYTES) {
            throw new CannotUsePicture(413, "picture-too-large");
        }
        try {
            byte[] bytes = upload.getBytes();
            return Pixels.upright(read(bytes), Exif.orientation(bytes));
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException unreadable) {
            throw new CannotUsePicture(400, "picture-unreadable");
        }
    }

    private static BufferedImage read(byte[] bytes) throws IOException {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new CannotUsePicture(400, "picture-unreadable");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                refuseBombs(reader);
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        }
    }

    /** A few kilobytes can unfold into gigabytes: the header says how many before anything is decoded. */
    private static void refuseBombs(ImageReader reader) throws IOException {
        if (!KINDS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
            throw new CannotUsePicture(400, "picture-kind");
        }
        if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
            throw new CannotUsePicture(413, "picture-too-large");
        }
    }
}
