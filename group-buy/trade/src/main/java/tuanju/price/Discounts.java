package tuanju.price;

import java.util.List;
import tuanju.money.Money;

/**
 * Gives orders a discount. Declared here and implemented by whoever gives it: it proposes for an order as a whole; the order
 * splits it onto its lines, keeps it as it was, and takes it back in proportion.
 */
public interface Discounts {

    /** Gives nothing. */
    Discounts NONE = new Discounts() {
        @Override
        public List<Discount> on(Money goods) {
            return List.of();
        }

        @Override
        public List<Unmet> unmetBy(Money goods) {
            return List.of();
        }
    };

    /** What goods of this price cost less; together never more than they cost. */
    List<Discount> on(Money goods);

    /** What goods of this price do not get yet, and how much is missing. */
    List<Unmet> unmetBy(Money goods);

    /** How a price of these goods comes about, all of it paid through a provider. */
    default Price priceOf(Money goods) {
        return Price.of(goods, on(goods), Tender.Kind.PROVIDER).without(unmetBy(goods));
    }
}
