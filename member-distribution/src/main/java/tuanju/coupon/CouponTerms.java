package tuanju.coupon;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.membership.Visibility;
import tuanju.money.Money;
import tuanju.money.Percentage;
import tuanju.price.Funder;

/**
 * What a coupon takes off, from where on, and of what.
 *
 * @param off an amount; of a percentage the most that it takes off
 * @param percent null for an amount
 * @param from the least that its goods must cost at their selling prices, before any discount
 * @param firstOrder only on the first order somebody pays here
 * @param stacking of coupons that say the same here an order takes one
 * @param visibility who may claim and use it
 */
record CouponTerms(
        Money off,
        @Nullable Percentage percent,
        Money from,
        Goods goods,
        boolean firstOrder,
        String stacking,
        Funder funder,
        Visibility visibility) {

    /** Which kinds of coupon there are. */
    enum Kind {
        AMOUNT,
        PERCENT
    }

    /** What of an order counts for a coupon. */
    enum Scope {
        ALL,
        PRODUCT,
        CATEGORY
    }

    /**
     * What of an order counts.
     *
     * @param product of a PRODUCT its id; else null
     * @param name what they are called; of a CATEGORY which; empty for all
     */
    record Goods(Scope scope, @Nullable UUID product, String name) {

        static final Goods ALL = new Goods(Scope.ALL, null, "");
    }

    /** Whether it takes off an amount or a part. */
    public Kind kind() {
        return percent == null ? Kind.AMOUNT : Kind.PERCENT;
    }

    /** 15 or 12.5; empty for an amount. */
    public String percentage() {
        return percent == null
                ? ""
                : BigDecimal.valueOf(percent.basisPoints(), 2)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /** What it takes off goods of which this is left after the discounts before it. */
    Money worth(Money left) {
        var most = percent == null ? left : left.share(percent);
        return most.isMoreThan(off) ? off : most;
    }

    /** The least that a budget must hold for one to be worth having: an amount whole, of a percentage a fen. */
    Money leastWorth() {
        return percent == null ? off : Money.ofFen(1);
    }
}
