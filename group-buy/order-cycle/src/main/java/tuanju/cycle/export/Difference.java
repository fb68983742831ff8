package tuanju.cycle.export;

/**
 * Two places of the file that tell different numbers; shown, never smoothed over.
 *
 * @param subject the product, or empty
 * @param here what the order lines add up to
 * @param there what the other sheet says
 */
public record Difference(Kind kind, String subject, String here, String there) {

    /** What differs; each has a sentence under {@code cycle.difference.<name>}. */
    public enum Kind {
        /** Pieces of a product: lines against the product summary. */
        PRODUCT_PIECES,
        /** Amount of a product: lines against the product summary. */
        PRODUCT_AMOUNT,
        /** The product summary's own amount is not its price times its pieces. */
        SUMMARY_AMOUNT,
        /** Pieces of a product: product summary against community summary. */
        SHEETS_DISAGREE,
        /** Orders in all: read from the lines against the community summary. */
        ORDERS,
        /** Pieces in all. */
        PIECES,
        /** Amount of goods in all. */
        AMOUNT,
        /** More than one leader is named in the column 团长. */
        LEADERS,
        /** A line of another tool's file that names neither somebody nor goods, such as a sum. */
        LEFT_OUT,
        /** A sheet of another tool's file of which nothing is read. */
        SHEET_LEFT_OUT
    }
}
