package tuanju.cycle.export;

import java.util.List;
import tuanju.address.Attention;
import tuanju.money.Money;

/** What a file holds: each line counts once, as matched, repaired or flagged. */
public record Totals(int lines, int orders, int pieces, Money amount, int matched, int repaired, int flagged) {

    static Totals of(List<ReadOrder> orders) {
        var lines = orders.stream().flatMap(order -> order.lines().stream()).toList();
        return new Totals(
                lines.size(),
                orders.size(),
                orders.stream().mapToInt(ReadOrder::pieces).sum(),
                orders.stream().map(ReadOrder::amount).reduce(Money.ZERO, Money::plus),
                count(lines, Attention.MATCHED),
                count(lines, Attention.REPAIRED),
                count(lines, Attention.LOOK));
    }

    private static int count(List<ReadLine> lines, Attention attention) {
        return (int)
                lines.stream().filter(line -> line.attention() == attention).count();
    }
}
