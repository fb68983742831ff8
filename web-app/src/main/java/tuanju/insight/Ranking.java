package tuanju.insight;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who or what sold most.
 *
 * @param rows the best, in order
 * @param others everything that is not in the rows, so that the table adds up to the GMV
 * @param count how many sold anything in all
 */
record Ranking(List<Row> rows, Row others, int count) {

    /**
     * One product, leader or community.
     *
     * @param name as it was called on the last day it sold; for leaders and communities as it is now; empty where there is none to name
     * @param orders of a leader or a community; an order with two products would count twice, so products have none
     * @param previousFen what it came to in the period before
     * @param rows what picks out its sales, as it stands in an address: "leader=…"; null for more than one
     */
    record Row(
            String name,
            long orders,
            long pieces,
            long fen,
            long previousFen,
            @Nullable String rows) {

        /** Several together. */
        Row(String name, long orders, long pieces, long fen, long previousFen) {
            this(name, orders, pieces, fen, previousFen, null);
        }

        Row named(String other, String found) {
            return new Row(other, orders, pieces, fen, previousFen, found);
        }

        Row plus(Row other) {
            return new Row(
                    name,
                    orders + other.orders,
                    pieces + other.pieces,
                    fen + other.fen,
                    previousFen + other.previousFen);
        }

        Row minus(Row other) {
            return new Row(
                    name,
                    orders - other.orders,
                    pieces - other.pieces,
                    fen - other.fen,
                    previousFen - other.previousFen);
        }
    }

    /** Whether something sold outside the rows, now or in the period before. */
    public boolean hasOthers() {
        return others.fen() > 0 || others.pieces() > 0 || others.previousFen() > 0;
    }

    /** How many are not in the rows. */
    public int more() {
        return count - rows.size();
    }

    /** What rows and others come to together. */
    public Row total() {
        return rows.stream().reduce(others, Row::plus);
    }
}
