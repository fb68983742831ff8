package tuanju.order.life;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tuanju.database.message.OneMessage.Alongside;
import tuanju.order.OrderId;
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
        return priced(order, place, brought, null);
    }

    /**
     * The same for who has looked already.
     *
     * @param found what {@code brought_along} said of this order's lines
     */
    public NewOrder priced(NewOrder order, Discounts place, BroughtAlong brought, @Nullable String found) {
        var buyer = Objects.requireNonNull(order.recipient().member(), "Guests bring nothing along");
        var lines = order.lines().stream()
                .map(it -> new Basket.Line(it.sku() == null ? null : it.sku().value(), it.amount()))
                .toList();
        var basket = new Basket(order.community(), buyer, order.pickup().leader(), lines, brought, found);
        var discounts = pricing.placing(basket, place).discounts();
        var codes =
                discounts.stream().map(Discount::code).filter(Objects::nonNull).collect(Collectors.toSet());
        if (!codes.containsAll(brought.shown())) {
            throw new NoLongerGiven();
        }
        return order.less(discounts);
    }

    /** What sets aside what a new order took of what its buyer brought along. */
    List<Alongside> taking(NewOrder order, OrderId placed) {
        var taken = order.discounts().stream().filter(it -> it.code() != null).toList();
        var buyer = order.recipient().member();
        return taken.isEmpty() || buyer == null
                ? List.of()
                : buyers.orderedStream()
                        .flatMap(it -> it.taking(order.community(), buyer, placed.value(), taken).stream())
                        .toList();
    }
}
