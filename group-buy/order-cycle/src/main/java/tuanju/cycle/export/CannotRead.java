package tuanju.cycle.export;

import tuanju.command.Refusal;

/** A file that cannot be read as an order export, and where and why; nothing of it is kept. */
public final class CannotRead extends Refusal {

    private static final int BAD = 400;
    private static final int TOO_LARGE = 413;
    private static final int WRONG_KIND = 415;
    private static final int UNPROCESSABLE = 422;

    private CannotRead(int status, String type, Object... arguments) {
        super(status, type, arguments);
    }

    static CannotRead empty() {
        return new CannotRead(BAD, "workbook-empty");
    }

    static CannotRead tooLarge(int megabytes) {
        return new CannotRead(TOO_LARGE, "workbook-too-large", megabytes);
    }

    static CannotRead bomb() {
        return new CannotRead(TOO_LARGE, "workbook-unpacks-too-large");
    }

    static CannotRead tooManyLines(int most) {
        return new CannotRead(TOO_LARGE, "workbook-too-many-lines", most);
    }

    static CannotRead noWorkbook() {
        return new CannotRead(WRONG_KIND, "workbook-not-xlsx");
    }

    static CannotRead macros() {
        return new CannotRead(WRONG_KIND, "workbook-has-macros");
    }

    static CannotRead corrupt() {
        return new CannotRead(BAD, "workbook-corrupt");
    }

    static CannotRead externalEntities(String part) {
        return new CannotRead(BAD, "workbook-has-entities", part);
    }

    static CannotRead noOrderSheet() {
        return new CannotRead(UNPROCESSABLE, "workbook-no-order-sheet");
    }

    static CannotRead missingColumns(String sheet, String columns) {
        return new CannotRead(UNPROCESSABLE, "workbook-columns-missing", sheet, columns);
    }

    static CannotRead repeatedColumn(String sheet, String column) {
        return new CannotRead(UNPROCESSABLE, "workbook-column-repeated", sheet, column);
    }

    static CannotRead noLines(String sheet) {
        return new CannotRead(UNPROCESSABLE, "workbook-no-lines", sheet);
    }

    /** One cell that cannot be used; why is the last part of the type: quantity, amount, text, formula, error. */
    static CannotRead cell(String why, int row, String column, String written) {
        return new CannotRead(UNPROCESSABLE, "workbook-cell-" + why, Integer.toString(row), column, written);
    }
}
