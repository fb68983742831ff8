package tuanju.chain.transfer;

import java.util.ArrayList;
import java.util.List;

/**
 * One record of a text with commas between its cells (RFC 4180); a quoted cell may hold commas and line breaks.
 *
 * @param line where it begins
 */
record CsvRecord(int line, String written, List<String> cells) {

    /** All records that are not blank. A quote that nobody closes ends with its line, so that no later line is swallowed. */
    static List<CsvRecord> in(String text) {
        var records = new ArrayList<CsvRecord>();
        var lines = text.lines().toList();
        for (int at = 0; at < lines.size(); ) {
            int until = at;
            var written = lines.get(at);
            while (isOpen(written) && until + 1 < lines.size() && until < at + 5) {
                until++;
                written = written + "\n" + lines.get(until);
            }
            if (isOpen(written)) {
                until = at;
                written = lines.get(at);
            }
            if (!written.isBlank()) {
                records.add(new CsvRecord(at + 1, written.strip(), cells(written)));
            }
            at = until + 1;
        }
        return records;
    }

    private static boolean isOpen(String written) {
        return written.chars().filter(character -> character == '"').count() % 2 == 1;
    }

    private static List<String> cells(String written) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < written.length(); at++) {
            char here = written.charAt(at);
            boolean doubled = quoted && here == '"' && at + 1 < written.length() && written.charAt(at + 1) == '"';
            if (doubled) {
                cell.append(here);
                at++;
            } else if (here == '"') {
                quoted = !quoted;
            } else if (here == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(here);
            }
        }
        cells.add(cell.toString().strip());
        return List.copyOf(cells);
    }
}
