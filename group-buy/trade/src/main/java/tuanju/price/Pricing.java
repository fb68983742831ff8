package tuanju.price;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Prices a basket: what its place gives first, then what its buyer brings along. */
@Component
public class Pricing {

    // said by modules above, looked for once; where there are none nobody brings anything along
    private final SingletonSupplier<List<BuyersDiscounts>> buyers;

    Pricing(ObjectProvider<BuyersDiscounts> buyers) {
        this.buyers = SingletonSupplier.of(() -> buyers.orderedStream().toList());
    }

    /** How its price comes about, all of it paid through a provider. */
    public Price of(Basket basket, Discounts place) {
        return of(basket, place, BuyersDiscounts::on);
    }

    /** The same for an order that is placed now. */
    public Price placing(Basket basket, Discounts place) {
        return of(basket, place, BuyersDiscounts::placing);
    }

    /** Which of the questions a giver is asked. */
    private interface Question {
        BuyersDiscounts.Offered ask(BuyersDiscounts one, Basket basket, List<Discount> before);
    }

    private Price of(Basket basket, Discounts place, Question question) {
        var goods = basket.goods();
        var discounts = new ArrayList<>(place.on(goods));
        var unmet = new ArrayList<>(place.unmetBy(goods));
        for (var one : buyers.obtain()) {
            var offered = question.ask(one, basket, List.copyOf(discounts));
            discounts.addAll(offered.discounts());
            unmet.addAll(offered.unmet());
        }
        return Price.of(goods, discounts, Tender.Kind.PROVIDER).without(unmet);
    }
}
