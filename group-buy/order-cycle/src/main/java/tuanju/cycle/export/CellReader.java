package tuanju.cycle.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import tuanju.cycle.export.SheetTable.Cell;
import tuanju.cycle.export.SheetTable.Line;
import tuanju.money.Money;

/** Reads the cells of one line; a cell that cannot be used refuses the file and names row and column. */
record CellReader(Line line) {

    private static final int MOST_PIECES = 9999;
    private static final BigDecimal MOST_YUAN = new BigDecimal("1000000");
    private static final BigDecimal FLOAT_NOISE = new BigDecimal("0.000001");

    String text(String column, int longest) {
        var cell = line.cell(column);
        var text = cell.text().strip();
        if (cell.broken()) {
            throw refuse("error", column, text);
        }
        if (text.length() > longest) {
            throw refuse("text", column, text.substring(0, 20) + "…");
        }
        return text.replaceAll("[\\p{Cntrl}&&[^\\n]]", "");
    }

    /** A phone or a number that a spreadsheet may have turned into 1.38E10 or 1.0. */
    String digits(String column, int longest) {
        var text = text(column, longest);
        return text.matches("\\d+(\\.\\d+)?([eE]\\+?\\d{1,2})?") ? whole(text) : text;
    }

    int quantity(String column) {
        var number = number(column);
        if (number == null || number.signum() <= 0 || number.compareTo(BigDecimal.valueOf(MOST_PIECES)) > 0) {
            throw refuse("quantity", column, line.cell(column).text());
        }
        try {
            return number.intValueExact();
        } catch (ArithmeticException fraction) {
            throw refuse("quantity", column, line.cell(column).text());
        }
    }

    Money moneyOrZero(String column) {
        var money = money(column);
        return money == null ? Money.ZERO : money;
    }

    /** An amount in yuan; what binary fractions add behind the sixth decimal is not meant. */
    @Nullable
    Money money(String column) {
        var number = number(column);
        if (number == null) {
            return null;
        }
        var fen = number.movePointRight(2).setScale(0, RoundingMode.HALF_UP);
        boolean exact = fen.movePointLeft(2).subtract(number).abs().compareTo(FLOAT_NOISE) < 0;
        if (!exact || number.signum() < 0 || number.compareTo(MOST_YUAN) > 0) {
            throw refuse("amount", column, line.cell(column).text());
        }
        return Money.ofFen(fen.longValueExact());
    }

    boolean isFormula(String column) {
        return line.cell(column).formula() != null;
    }

    private @Nullable BigDecimal number(String column) {
        Cell cell = line.cell(column);
        if (cell.broken()) {
            throw refuse(cell.formula() == null ? "error" : "formula", column, cell.text());
        }
        var text = cell.text().strip().replaceFirst("^[¥￥]", "");
        if (text.isEmpty() || text.equals("-")) {
            return null;
        }
        // no digits beyond ASCII and no exponent that takes a minute to write out
        if (!text.matches("[+-]?[0-9]{1,12}(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,2})?")) {
            throw refuse("number", column, text);
        }
        return new BigDecimal(text);
    }

    private static String whole(String text) {
        var number = new BigDecimal(text).stripTrailingZeros();
        return number.scale() <= 0 && number.precision() < 30 && text.matches(".*[.eE].*")
                ? number.toPlainString()
                : text;
    }

    private CannotRead refuse(String why, String column, String written) {
        var shown = written.length() > 40 ? written.substring(0, 40) + "…" : written;
        return CannotRead.cell(why, line.row(), line.name(column), shown);
    }
}
