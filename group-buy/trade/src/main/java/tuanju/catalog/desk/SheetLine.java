package tuanju.catalog.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A line of a pasted sheet, as it was written: a product's code, a variant's spec, a price and a number of pieces.
 *
 * @param number where it stands, from one
 * @param price in yuan; empty where it stays
 * @param pieces how many are here, or with a sign how many came or went; empty where they stay
 */
record SheetLine(int number, String code, String spec, String price, String pieces) {

    /** Those that say something; a first one without any digit is a heading. */
    static List<SheetLine> read(String text) {
        var rows = text.lines().toList();
        return IntStream.range(0, rows.size())
                .filter(it -> !rows.get(it).isBlank())
                .filter(it -> it > 0 || rows.get(it).chars().anyMatch(Character::isDigit))
                .mapToObj(it -> of(it + 1, rows.get(it)))
                .toList();
    }

    /** Spreadsheets put tabs between cells, files commas or semicolons. */
    private static SheetLine of(int number, String row) {
        var cells = Arrays.stream(row.split(row.indexOf('\t') >= 0 ? "\t" : "[,;，；]", -1))
                .map(it -> it.strip().replaceAll("^\"(.*)\"$", "$1").strip())
                .toList();
        return new SheetLine(
                number, cell(cells, 0).toUpperCase(Locale.ROOT), cell(cells, 1), money(cell(cells, 2)), cell(cells, 3));
    }

    private static String cell(List<String> cells, int at) {
        return at < cells.size() ? cells.get(at) : "";
    }

    private static String money(String typed) {
        return typed.replaceFirst("^[¥￥]\\s*", "");
    }
}
