package tuanju.cycle.ordering;

import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.command.Refusal;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleProduct;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.price.Basket;
import tuanju.price.Price;
import tuanju.price.Pricing;

/** What a basket on a cycle's page would cost, so that a buyer sees it before they order, without script too. */
@Component
@RequiredArgsConstructor
class BasketPrices {

    private final Pricing pricing;

    /**
     * Empty where nothing is chosen, or what was typed cannot be read.
     *
     * @param buyer null for a visitor, who brings nothing along
     */
    Optional<Price> of(CycleCard cycle, List<CycleProduct> offered, CycleBasket basket, @Nullable MemberId buyer) {
        try {
            var lines = CycleOrdering.wanted(offered, basket.wish()).stream()
                    .map(it -> line(it.product(), it.most()))
                    .toList();
            var given = cycle.terms().discounts();
            if (buyer == null) {
                return Optional.of(
                        given.priceOf(lines.stream().map(Basket.Line::amount).reduce(Money.ZERO, Money::plus)));
            }
            return Optional.of(
                    pricing.of(new Basket(cycle.community(), buyer, cycle.leader(), lines, basket.brought()), given));
        } catch (Refusal unfinished) {
            return Optional.empty();
        }
    }

    static Basket.Line line(CycleProduct product, int pieces) {
        var sku = product.sku();
        return new Basket.Line(sku == null ? null : sku.value(), product.price().times(pieces));
    }
}
