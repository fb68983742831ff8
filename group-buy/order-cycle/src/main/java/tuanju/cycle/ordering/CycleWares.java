package tuanju.cycle.ordering;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.cycle.CycleProduct;
import tuanju.cycle.CycleProducts;
import tuanju.cycle.OrderCycles;
import tuanju.price.Basket;
import tuanju.price.Price;
import tuanju.price.Pricing;
import tuanju.price.Wares;

/** What goods of a cycle cost before they are ordered. */
@Component
@RequiredArgsConstructor
class CycleWares implements Wares {

    private final OrderCycles cycles;
    private final CycleProducts products;
    private final Pricing pricing;

    @Override
    public Kind kind() {
        return Kind.CYCLE;
    }

    @Override
    public Price quote(Code place, List<Wanted> wanted, Asking asking) {
        if (wanted.stream().map(Wanted::item).distinct().count() < wanted.size()) {
            throw new Invalid("lines", "quote-twice");
        }
        var cycle = cycles.visible(place, asking.buyer());
        var offered = products.forBuyer(cycle, asking.buyer()).stream()
                .collect(Collectors.toMap(CycleProduct::id, Function.identity()));
        var lines = wanted.stream()
                .map(it -> BasketPrices.line(product(offered, it), it.pieces()))
                .toList();
        var basket = new Basket(cycle.community(), asking.buyer(), cycle.leader(), lines, asking.brought());
        return pricing.of(basket, cycle.terms().discounts());
    }

    private static CycleProduct product(Map<UUID, CycleProduct> offered, Wanted wanted) {
        var item = wanted.item();
        var product = item == null ? null : offered.get(item);
        if (product == null) {
            throw new Invalid("lines", "quote-not-sold-here");
        }
        return product;
    }
}
