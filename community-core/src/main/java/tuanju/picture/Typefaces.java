package tuanju.picture;

import java.awt.Font;
import org.springframework.stereotype.Component;

/** The typeface shipped with the program, for text drawn into pictures and documents. */
@Component
public class Typefaces {

    /** The face at this size in points. */
    public Font sized(float points) {
        throw new UnsupportedOperationException();
    }

    /** The font file, for embedding into a PDF. */
    public byte[] file() {
        throw new UnsupportedOperationException();
    }
}
