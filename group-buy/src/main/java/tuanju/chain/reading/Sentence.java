package tuanju.chain.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.chain.reading.ReadChainList.Reason;

/**
 * What one line says, before it is known what went before it.
 *
 * @param text the line in plain characters
 * @param listNumber its number on the list; null without one
 * @param self it speaks of 我
 * @param goods what it asks for
 * @param faults what cannot be read in one way only
 */
record Sentence(
        ChainLine line,
        String text,
        @Nullable Integer listNumber,
        Guest guest,
        boolean self,
        Goods goods,
        Manner manner,
        List<Fault> faults) {

    /** What a line wants done. */
    enum Act {
        ORDER,
        SET,
        ADD,
        LESS,
        CANCEL
    }

    /**
     * What is wanted.
     *
     * @param items products with their pieces
     * @param bare products without pieces
     * @param pieces pieces of no product; 0 without
     * @param old the product that is spoken of before it is changed
     */
    record Goods(
            Act act,
            List<ChainItem> items,
            List<ChainProduct> bare,
            int pieces,
            @Nullable ChainProduct old) {

        boolean isEmpty() {
            return items.isEmpty() && bare.isEmpty() && pieces == 0;
        }
    }

    /**
     * How a line speaks.
     *
     * @param priced it names a price
     * @param timed it names a time
     * @param asking it is a question
     * @param talk it has words that no order has
     */
    record Manner(boolean paid, boolean priced, boolean timed, boolean asking, boolean talk, String note) {}

    /** Why something cannot be read in one way only. */
    record Fault(Reason reason, String about) {}

    boolean isNumbered() {
        return listNumber != null;
    }

    boolean hasDoor() {
        return !guest.door().isEmpty();
    }
}
