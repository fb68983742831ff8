package tuanju.pickup.printing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.pdf.BaseFont;

/** The faces of one document: the embedded one, and Helvetica for what it lacks. Signs in neither (emoji) are left out. */
final class Lettering {

    private final BaseFont face;
    private final BaseFont latin;

    /** Embeds the used letters of this TrueType font. */
    Lettering(byte[] font) {
        try {
            face = BaseFont.createFont("tuanju.ttf", BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, font, null);
            latin = BaseFont.createFont(BaseFont.HELVETICA, BaseFont.WINANSI, BaseFont.NOT_EMBEDDED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Letters that one face can write. */
    record Run(BaseFont face, String text) {}

    List<Run> runs(String text) {
        var runs = new ArrayList<Run>();
        var letters = new StringBuilder();
        BaseFont current = face;
        for (int letter : text.codePoints().filter(this::known).toArray()) {
            var chosen = face.charExists(letter) ? face : latin;
            if (chosen != current && !letters.isEmpty()) {
                runs.add(new Run(current, letters.toString()));
                letters.setLength(0);
            }
            current = chosen;
            letters.appendCodePoint(letter);
        }
        if (!letters.isEmpty()) {
            runs.add(new Run(current, letters.toString()));
        }
        return runs;
    }

    float width(String text, float size) {
        float width = 0;
        for (var run : runs(text)) {
            width += run.face().getWidthPoint(run.text(), size);
        }
        return width;
    }

    private boolean known(int letter) {
        return face.charExists(letter) || letter >= ' ' && latin.charExists(letter);
    }
}
