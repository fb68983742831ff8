package tuanju.cycle.ordering;

import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.command.Refusal;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleProduct;
import tuanju.money.Money;
import tuanju.price.Price;

/** What a basket on a cycle's page would cost, so that a buyer sees it before they order, without script too. */
@Component
@RequiredArgsConstructor
class BasketPrices {

    /** Empty where nothing is chosen, or what was typed cannot be read. */
    Optional<Price> of(CycleCard cycle, List<CycleProduct> offered, CycleBasket basket) {
        try {
            var goods = CycleOrdering.wanted(offered, basket.wish()).stream()
                    .map(it -> it.product().price().times(it.most()))
                    .reduce(Money.ZERO, Money::plus);
            return Optional.of(cycle.terms().discounts().priceOf(goods));
        } catch (Refusal unfinished) {
            return Optional.empty();
        }
    }
}
