package tuanju.taster;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.catalog.ProductCard;
import tuanju.money.Money;
import tuanju.order.book.OrderSums;

/** What of a category is wanted, and what of it comes back: by product, of nobody by name. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class CategoryFigures {

    private static final Duration LONG = Duration.ofDays(30);

    private final Tastings tastings;
    private final TasterQuestionRows questions;
    private final OrderSums sums;
    private final Clock clock;

    /**
     * Of the last thirty days.
     *
     * @param before pieces that were sold in the thirty days before those
     * @param waiting questions without an answer
     */
    record Figures(List<OrderSums.Sold> products, int pieces, int before, int complaints, Money back, int waiting) {}

    Figures of(Taster taster) {
        var goods = tastings.products(taster).stream()
                .collect(Collectors.toMap(it -> it.id().value(), ProductCard::name));
        var now = clock.instant();
        var recent = sums.sold(taster.community(), goods, now.minus(LONG), now);
        var earlier = sums.sold(taster.community(), goods, now.minus(LONG.multipliedBy(2)), now.minus(LONG));
        return new Figures(
                recent,
                recent.stream().mapToInt(OrderSums.Sold::pieces).sum(),
                earlier.stream().mapToInt(OrderSums.Sold::pieces).sum(),
                recent.stream().mapToInt(OrderSums.Sold::complaints).sum(),
                recent.stream().map(OrderSums.Sold::back).reduce(Money.ZERO, Money::plus),
                questions.waiting(taster, null));
    }
}
