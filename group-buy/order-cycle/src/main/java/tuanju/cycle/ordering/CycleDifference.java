package tuanju.cycle.ordering;

import org.jspecify.annotations.Nullable;
import tuanju.money.Money;
import tuanju.price.Price;

/**
 * What a change of an order comes to, told before it is saved.
 *
 * @param back what goes back for the pieces that leave it
 * @param more what the pieces that are added cost; null where none are
 * @param leaving whether nothing of it stays
 * @param change which change it is of, in one word
 */
record CycleDifference(Money back, @Nullable Price more, boolean leaving, String change) {

    private static final String OF = "@";

    /** What is to be paid for what is added. */
    public Money toPay() {
        return more == null ? Money.ZERO : more.toPay();
    }

    public boolean isNothing() {
        return back.isZero() && more == null && !leaving;
    }

    /** The same in one word, sent along so that nobody saves another one than they saw. */
    public String agreed() {
        return back.fen() + "-" + toPay().fen() + OF + change;
    }

    /** Whether this word was said of the same change, if perhaps with other sums. */
    boolean isSaidBy(String agreed) {
        return agreed.endsWith(OF + change);
    }

    /** The words for it: {@code cycle.change.<this>}. */
    public String says() {
        if (leaving) {
            return more == null ? "leaving" : "instead";
        }
        if (more == null) {
            return back.isZero() ? "nothing" : "back";
        }
        return back.isZero() ? "more" : "both";
    }
}
