package tuanju.price;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tuanju.money.Money;

/**
 * What an order costs less than its goods.
 *
 * @param source a stable word for what gave it
 * @param title what it is called, as its giver wrote it
 * @param funder whose money it is
 * @param amount more than nothing
 * @param code what the buyer brought along for it; null where nothing
 * @param lines onto which lines it falls, counted from zero; null for all
 */
public record Discount(
        String source,
        String title,
        Funder funder,
        Money amount,
        @Nullable String code,
        @Nullable Set<Integer> lines) {

    public Discount {
        if (amount.isZero()) {
            throw new IllegalArgumentException("A discount of nothing is none");
        }
        lines = lines == null ? null : Set.copyOf(lines);
    }

    /** Given by the place, onto all lines. */
    public Discount(String source, String title, Funder funder, Money amount) {
        this(source, title, funder, amount, null, null);
    }

    /** Whether it falls onto this line. */
    boolean isOn(int line) {
        return lines == null || lines.contains(line);
    }
}
