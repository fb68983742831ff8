package tuanju.page;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A table to download (RFC 4180), in UTF-8 with a byte order mark so that spreadsheets read Chinese. Text that a
 * spreadsheet could take for a formula is given an apostrophe; numbers stay numbers.
 */
public final class CsvSheet {

    private static final Pattern QUOTED = Pattern.compile("[\",\\r\\n]");
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final StringBuilder text = new StringBuilder();

    public CsvSheet(List<String> headings) {
        row(headings);
    }

    /** Adds a line; a {@link Number} is written plainly, everything else as harmless text. */
    public void row(List<?> cells) {
        text.append(cells.stream().map(CsvSheet::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    /** The file as an answer that the browser saves under this name. */
    public ResponseEntity<byte[]> download(String fileName) {
        var disposition = ContentDisposition.attachment()
                .filename(fileName, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", disposition.toString())
                .header("Cache-Control", "no-store")
                .body(bytes());
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(MARK);
        bytes.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static String cell(Object value) {
        if (value instanceof Number) {
            return value.toString();
        }
        var harmless = CellText.safe(value.toString());
        return QUOTED.matcher(harmless).find() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
