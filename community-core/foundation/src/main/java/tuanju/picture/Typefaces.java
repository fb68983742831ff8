package tuanju.picture;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The typeface shipped with the program, for text drawn into pictures and documents. */
@Component
public class Typefaces {

    private final byte[] file;
    private final Font font;

    /** Reads the font from the program itself: the machine need not have any. */
    public Typefaces() throws IOException, FontFormatException {
        file = new ClassPathResource("fonts/TuanjuSans.ttf").getContentAsByteArray();
        font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file));
    }

    /** The face at this size in points. */
    public Font sized(float points) {
        return font.deriveFont(points);
    }

    /** The font file, for embedding into a PDF. */
    public byte[] file() {
        return file.clone();
    }
}
