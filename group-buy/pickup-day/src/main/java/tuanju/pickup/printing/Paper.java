package tuanju.pickup.printing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openpdf.text.Document;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfWriter;

/** A PDF being written; the same content printed at the same time is the same file, byte for byte. */
final class Paper {

    static final float MILLIMETRE = 72 / 25.4f;

    private static final Pattern SUBSET_TAG = Pattern.compile("/[A-Z]{6}\\+");
    private static final Pattern FILE_ID = Pattern.compile("/ID \\[<[0-9a-f]{32}><[0-9a-f]{32}>\\]");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    private final Document document;
    private final PdfWriter writer;
    private final Ink ink;

    Paper(Rectangle size, byte[] font, String title, ZonedDateTime printed) {
        document = new Document(size, 0, 0, 0, 0);
        writer = PdfWriter.getInstance(document, bytes);
        document.addTitle(title);
        document.addCreator("Tuanju");
        document.open();
        writer.getInfo().put(PdfName.CREATIONDATE, new PdfDate(GregorianCalendar.from(printed)));
        ink = new Ink(writer.getDirectContent(), new Lettering(font));
    }

    Ink ink() {
        return ink;
    }

    Rectangle size() {
        return document.getPageSize();
    }

    void nextPage() {
        document.newPage();
    }

    /** Closes the document and answers the file. */
    byte[] finish() {
        document.close();
        return settled(bytes.toString(StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The writer draws lots for the font's tag and the file's id; both get fixed values of the same length. */
    private static String settled(String file) {
        var tagged = SUBSET_TAG.matcher(file).replaceAll("/TUANJU+");
        return FILE_ID.matcher(tagged).replaceFirst(Matcher.quoteReplacement(fileId(tagged)));
    }

    private static String fileId(String file) {
        var id = HexFormat.of()
                .toHexDigits(FILE_ID.matcher(file).replaceFirst("").hashCode(), 8)
                .repeat(4);
        return "/ID [<" + id + "><" + id + ">]";
    }
}
