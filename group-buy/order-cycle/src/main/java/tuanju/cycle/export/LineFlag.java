package tuanju.cycle.export;

import tuanju.address.Attention;

/**
 * Something a reader of this line should know beside its address.
 *
 * @param evidence the figures it is about, such as {@code 480.00 ≠ 55.00 × 1}
 */
public record LineFlag(Kind kind, String evidence) {

    public Attention attention() {
        return kind.attention();
    }

    /** What can be said about a line; each has a sentence under {@code cycle.flag.<name>}. */
    public enum Kind {
        /** The goods are for someone else than the one who ordered. */
        OTHER_RECIPIENT(Attention.MATCHED),
        /** The spec was taken from the product's name; the column was empty. */
        SPEC_FROM_NAME(Attention.REPAIRED),
        /** No spec is written; goods of this name have only one. */
        SPEC_KNOWN(Attention.REPAIRED),
        /** No spec is written, and goods of this name have several. */
        SPEC_MISSING(Attention.LOOK),
        /** The spec column was copied from another product; the one in the product's name is right. */
        SPEC_COPIED(Attention.REPAIRED),
        /** The amount was empty: price times pieces. */
        AMOUNT_FROM_PRICE(Attention.REPAIRED),
        /** Another 跟团号 stands inside one order. */
        NUMBER_BREAKS_RUN(Attention.REPAIRED),
        /** The spec in the name and the one in the column are both unknown to the product summary. */
        SPEC_UNKNOWN(Attention.LOOK),
        /** The product summary does not list this product. */
        PRODUCT_UNKNOWN(Attention.LOOK),
        /** The amount is not price times pieces. */
        AMOUNT_DIFFERS(Attention.LOOK),
        /** The amount is empty and no price is known. */
        AMOUNT_MISSING(Attention.LOOK),
        /** The amount of the order is not the sum of its lines. */
        ORDER_AMOUNT_DIFFERS(Attention.LOOK),
        /** The amount of the order stands on more than its first line. */
        ORDER_AMOUNT_REPEATED(Attention.LOOK),
        /** The order has no amount. */
        ORDER_AMOUNT_MISSING(Attention.LOOK),
        /** Two buyers stand under one 跟团号. */
        TWO_BUYERS(Attention.LOOK),
        /** Another phone than on the order's first line. */
        PHONE_DIFFERS(Attention.LOOK),
        /** The phone is missing or no phone number. */
        PHONE_UNREADABLE(Attention.LOOK),
        /** Neither buyer nor recipient has a name. */
        NAME_MISSING(Attention.LOOK),
        /** A figure was computed by a formula; the value it last had was used. */
        FORMULA(Attention.LOOK),
        /** Money went back for this line already. */
        REFUNDED(Attention.LOOK);

        private final Attention attention;

        Kind(Attention attention) {
            this.attention = attention;
        }

        public Attention attention() {
            return attention;
        }

        LineFlag with(String evidence) {
            return new LineFlag(this, evidence);
        }
    }
}
