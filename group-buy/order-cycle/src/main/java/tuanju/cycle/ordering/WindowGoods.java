package tuanju.cycle.ordering;

import tuanju.catalog.Catalog;
import tuanju.cycle.CycleProduct;
import tuanju.cycle.CycleProgress;

/**
 * One of the goods in a cycle's window.
 *
 * @param ordered what neighbours have paid for by now
 * @param most pieces its looker can take now; 0 where none
 */
record WindowGoods(CycleProduct product, Catalog.About about, CycleProgress.Ordered ordered, int most) {

    public boolean isTakeable() {
        return most > 0;
    }

    /** Whether so few are left that one should know. */
    public boolean isNearlyGone() {
        var left = product.left();
        return left != null && left > 0 && left < 10;
    }

    /** Whether any words are badges: they stand on a line of their own. */
    public boolean isBadged() {
        return product.terms().isCased()
                || product.terms().weight() != null
                || product.usual() != null
                || isNearlyGone();
    }
}
