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
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.price.Price;
import tuanju.price.Wares;

/** What goods of a cycle cost before they are ordered. */
@Component
@RequiredArgsConstructor
class CycleWares implements Wares {

    private final OrderCycles cycles;
    private final CycleProducts products;

    @Override
    public Kind kind() {
        return Kind.CYCLE;
    }

    @Override
    public Price quote(Code place, MemberId viewer, List<Wanted> wanted) {
        if (wanted.stream().map(Wanted::item).distinct().count() < wanted.size()) {
            throw new Invalid("lines", "quote-twice");
        }
        var cycle = cycles.visible(place, viewer);
        var offered = products.of(cycle).stream().collect(Collectors.toMap(CycleProduct::id, Function.identity()));
        var goods = wanted.stream()
                .map(it -> product(offered, it).price().times(it.pieces()))
                .reduce(Money.ZERO, Money::plus);
        return cycle.terms().discounts().priceOf(goods);
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
