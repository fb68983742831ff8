package tuanju.cycle.ordering;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.cycle.CannotOrder;
import tuanju.cycle.CycleProduct;
import tuanju.cycle.LeaderDiscount;
import tuanju.order.life.NewOrder;
import tuanju.price.Discount;
import tuanju.price.Discounts;

/**
 * What a buyer was told before they ordered.
 *
 * @param payableFen what they would pay in all; null where nobody said a sum
 * @param discount what the leader gave then, as {@link LeaderDiscount#shown()} says it, empty for nothing; null where nobody
 *     said it
 * @param prices what {@link #prices} said of the goods then; null where nobody said it
 */
record ShownPrice(
        @Nullable Long payableFen,
        @Nullable String discount,
        @Nullable String prices) {

    /** Nothing was said of single prices. */
    ShownPrice(@Nullable Long payableFen, @Nullable String discount) {
        this(payableFen, discount, null);
    }

    /** What a page says of all its prices in one word, so that one of a member day is not charged after it. */
    static String prices(List<CycleProduct> offered) {
        return Integer.toHexString(offered.stream()
                .map(it -> it.id() + ":" + it.price().fen())
                .sorted()
                .toList()
                .hashCode());
    }

    /** Nothing was said. */
    static final ShownPrice NOTHING = new ShownPrice(null, null);

    /** Refuses with CannotOrder an order that would cost something else. */
    void check(NewOrder order, List<CycleProduct> offered) {
        boolean isOtherSum =
                payableFen != null && payableFen != order.price().payable().fen();
        boolean isOtherDay = prices != null && !prices.isEmpty() && !prices.equals(prices(offered));
        if (isOtherSum
                || isOtherDay
                || discount != null && !given(discount).on(order.goods()).equals(ofLeader(order))) {
            throw CannotOrder.priceChanged(order.price().payable());
        }
    }

    private static List<Discount> ofLeader(NewOrder order) {
        return order.discounts().stream().filter(it -> it.code() == null).toList();
    }

    private static Discounts given(String shown) {
        int between = shown.indexOf('-');
        if (!shown.matches("[0-9]{1,9}-[0-9]{1,9}")) {
            return Discounts.NONE;
        }
        var read = LeaderDiscount.of(
                Long.valueOf(shown.substring(0, between)), Long.valueOf(shown.substring(between + 1)));
        return read == null ? Discounts.NONE : read;
    }
}
