package tuanju.order.book;

import java.util.List;
import tuanju.money.Money;
import tuanju.order.OrderLineCard;

/** Orders, lines, pieces and money counted. */
public record OrderTotals(int orders, int lines, int pieces, Money amount) {

    /** Counted from sheets that are at hand anyway: what their goods cost in the end. */
    public static OrderTotals of(List<OrderSheet> sheets) {
        var lines = sheets.stream().flatMap(it -> it.lines().stream()).toList();
        return new OrderTotals(
                sheets.size(),
                lines.size(),
                lines.stream().mapToInt(OrderLineCard::quantity).sum(),
                lines.stream().map(OrderLineCard::net).reduce(Money.ZERO, Money::plus));
    }
}
