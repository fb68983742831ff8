package tuanju.chain.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.chain.reading.ReadChainList.Reason;

/**
 * What one line says, before it is known what went before it.
 *
 * @param text the line in plain characters
 * @param words the same in simplified characters
 * @param listNumber its number on the list; null without one
 * @param self it speaks of 我
 * @param goods what it asks for
 * @param same the number of the line whose goods it wants, 0 for the one above; null where it says its own
 * @param faults what cannot be read in one way only
 */
record Sentence(
        ChainLine line,
        String text,
        String words,
        @Nullable Integer listNumber,
        Guest guest,
        boolean self,
        Goods goods,
        @Nullable Integer same,
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
     * @param substance it holds goods, a number, a phone or a door
     * @param numbers it holds a number, a phone or a door
     */
    record Manner(
            boolean paid,
            boolean priced,
            boolean timed,
            boolean asking,
            boolean talk,
            boolean substance,
            boolean numbers,
            String note) {}

    /** Why something cannot be read in one way only. */
    record Fault(Reason reason, String about) {}

    /** The same line, asking for these goods. */
    Sentence asking(List<ChainItem> items) {
        var wanted = new Goods(Act.ORDER, items, List.of(), 0, null);
        return new Sentence(line, text, words, listNumber, guest, self, wanted, null, manner, faults);
    }

    boolean isNumbered() {
        return listNumber != null;
    }

    boolean hasDoor() {
        return !guest.door().saysNothing();
    }
}
