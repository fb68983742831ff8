package tuanju.price;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tuanju.money.Money;

/**
 * How an order's discounts fall onto its lines: each onto the lines it is for, in proportion to what the discounts before
 * it left of them, no fen lost and no line below nothing.
 *
 * @param perDiscount for each discount the part of each line
 */
public record Shares(List<List<Money>> perDiscount) {

    public static Shares of(List<Discount> discounts, List<Money> lines) {
        var left = new ArrayList<>(lines);
        var all = new ArrayList<List<Money>>();
        for (var discount : discounts) {
            var parts = discount.amount()
                    .split(IntStream.range(0, left.size())
                            .mapToObj(it -> discount.isOn(it) ? left.get(it).fen() : 0L)
                            .toList());
            for (int at = 0; at < parts.size(); at++) {
                left.set(at, left.get(at).minus(parts.get(at)));
            }
            all.add(parts);
        }
        return new Shares(List.copyOf(all));
    }

    /** What these discounts leave of each line. */
    public static List<Money> left(List<Discount> discounts, List<Money> lines) {
        var shares = of(discounts, lines);
        return IntStream.range(0, lines.size())
                .mapToObj(it -> lines.get(it).minus(shares.ofLine(it)))
                .toList();
    }

    /** What one line costs less in all. */
    public Money ofLine(int line) {
        return perDiscount.stream().map(it -> it.get(line)).reduce(Money.ZERO, Money::plus);
    }
}
