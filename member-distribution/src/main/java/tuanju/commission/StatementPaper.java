package tuanju.commission;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tuanju.page.Dates;
import tuanju.picture.Typefaces;

/** A referrer's statement to print and to keep (PDF): the sums, then a line for each order that brought something; it names no buyer. */
@Component
@RequiredArgsConstructor
class StatementPaper {

    private static final float MARGIN = 40;
    private static final int TITLE = 16;
    private static final int BODY = 9;
    private static final float[] WIDTHS = {30, 28, 22, 20};

    private final Typefaces typefaces;
    private final MessageSource messages;
    private final Dates dates;
    private final Clock clock;

    byte[] of(Commissions.Sums sums, List<EarnedLines> all) {
        var face = face();
        var bytes = new ByteArrayOutputStream();
        var document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter.getInstance(document, bytes);
        document.addTitle(say("commission.statement.title"));
        document.addCreator("Tuanju");
        document.open();
        document.add(new Paragraph(say("commission.statement.title"), new Font(face, TITLE)));
        document.add(line(face, say("commission.statement.of", dates.exact(clock.instant()))));
        document.add(
                line(face, say("commission.statement.sums", sums.pending(), sums.vested(), sums.paid(), sums.debt())));
        document.add(line(face, " "));
        document.add(table(new Font(face, BODY), all));
        document.close();
        return bytes.toByteArray();
    }

    private PdfPTable table(Font font, List<EarnedLines> all) {
        var table = new PdfPTable(WIDTHS);
        table.setWidthPercentage(100);
        table.setHeaderRows(1);
        List.of("order", "placed", "state", "amount")
                .forEach(it -> table.addCell(cell(say("commission.desk." + it), font, it)));
        for (var one : all) {
            var earned = one.commission();
            table.addCell(cell(earned.code().value(), font, "order"));
            table.addCell(cell(dates.exact(earned.placed()), font, "placed"));
            table.addCell(cell(say("commission.state." + one.standing()), font, "state"));
            table.addCell(cell(earned.amount().toString(), font, "amount"));
        }
        return table;
    }

    private static PdfPCell cell(String text, Font font, String column) {
        var cell = new PdfPCell(new Phrase(text, font));
        cell.setPadding(4);
        cell.setHorizontalAlignment(column.equals("amount") ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
        return cell;
    }

    private static Paragraph line(BaseFont face, String text) {
        return new Paragraph(text, new Font(face, BODY));
    }

    private BaseFont face() {
        try {
            return BaseFont.createFont(
                    "tuanju.ttf", BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, typefaces.file(), null);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String say(String key, Object... arguments) {
        Locale locale = LocaleContextHolder.getLocale();
        var texts = Arrays.stream(arguments).map(Object::toString).toArray();
        return messages.getMessage(key, texts, locale);
    }
}
