package tuanju.order;

import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tuanju.price.Basket;
import tuanju.price.BroughtAlong;
import tuanju.price.BuyersDiscounts;
import tuanju.price.Discount;
import tuanju.price.Discounts;
import tuanju.price.NoLongerGiven;
import tuanju.price.Pricing;

/** Takes off an order what its place gives and what its buyer brings along. */
@Component
@RequiredArgsConstructor
public class OrderPricing {

    private final Pricing pricing;
    private final ObjectProvider<BuyersDiscounts> buyers;

    /** The same order for less. Refuses with NoLongerGiven (409) what would cost something else than was shown. */
    public NewOrder priced(NewOrder order, Discounts place, BroughtAlong brought) {
        var buyer = Objects.requireNonNull(order.recipient().member(), "Guests bring nothing along");
        var lines = order.lines().stream()
                .map(it -> new Basket.Line(it.sku() == null ? null : it.sku().value(), it.amount()))
                .toList();
        var basket = new Basket(order.community(), buyer, order.pickup().leader(), lines, brought);
        var discounts = pricing.placing(basket, place).discounts();
        var codes =
                discounts.stream().map(Discount::code).filter(Objects::nonNull).collect(Collectors.toSet());
        if (!codes.containsAll(brought.shown())) {
            throw new NoLongerGiven();
        }
        return order.less(discounts);
    }

    /** Sets aside what a new order took of what its buyer brought along, in the transaction that places it. */
    void take(NewOrder order, OrderId placed) {
        var taken = order.discounts().stream().filter(it -> it.code() != null).toList();
        var buyer = order.recipient().member();
        if (!taken.isEmpty() && buyer != null) {
            buyers.orderedStream().forEach(it -> it.take(order.community(), buyer, placed.value(), taken));
        }
    }
}
