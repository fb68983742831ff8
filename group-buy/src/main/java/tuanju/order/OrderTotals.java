package tuanju.order;

import java.util.List;
import tuanju.money.Money;

/** Orders, lines, pieces and money counted; what a list's check sum must equal. */
public record OrderTotals(int orders, int lines, int pieces, Money amount) {

    /** Counted from sheets that are at hand anyway. */
    public static OrderTotals of(List<OrderSheet> sheets) {
        var lines = sheets.stream().flatMap(it -> it.lines().stream()).toList();
        return new OrderTotals(
                sheets.size(),
                lines.size(),
                lines.stream().mapToInt(OrderLineCard::quantity).sum(),
                lines.stream().map(OrderLineCard::amount).reduce(Money.ZERO, Money::plus));
    }
}
