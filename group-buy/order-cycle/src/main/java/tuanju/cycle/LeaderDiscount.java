package tuanju.cycle;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;
import tuanju.money.Money;
import tuanju.money.Percentage;
import tuanju.price.Discount;
import tuanju.price.Discounts;
import tuanju.price.Funder;
import tuanju.price.Unmet;

/**
 * What a leader gives off every order placed in a cycle from an amount on, once an order, out of their own service fee (满减).
 *
 * @param from the least that an order's goods cost
 * @param off less than that, more than nothing
 */
public record LeaderDiscount(Money from, Money off) implements Discounts {

    public static final String SOURCE = "leader-discount";
    private static final Money HIGHEST = Money.ofYuan("100000");

    public LeaderDiscount {
        if (off.isZero() || !from.isMoreThan(off) || from.isMoreThan(HIGHEST)) {
            throw new Invalid("discount", "cycle-discount-shape", HIGHEST.wholeYuan());
        }
    }

    /** As two columns hold it; null where both are empty. */
    public static @Nullable LeaderDiscount of(@Nullable Long fromFen, @Nullable Long offFen) {
        return fromFen == null || offFen == null ? null : new LeaderDiscount(Money.ofFen(fromFen), Money.ofFen(offFen));
    }

    /** ¥100 − ¥5. */
    public String title() {
        return shortly(from) + " − " + shortly(off);
    }

    /** Whether the fee of an order of just this amount pays for it. */
    public boolean isPaidBy(Percentage fee) {
        return !off.isMoreThan(from.share(fee));
    }

    @Override
    public List<Discount> on(Money goods) {
        return isReachedBy(goods) ? List.of(new Discount(SOURCE, title(), Funder.LEADER, off)) : List.of();
    }

    @Override
    public List<Unmet> unmetBy(Money goods) {
        return isReachedBy(goods) ? List.of() : List.of(new Unmet(SOURCE, title(), from.minus(goods)));
    }

    private boolean isReachedBy(Money goods) {
        return !from.isMoreThan(goods);
    }

    /** What a page or program is shown of it, and sends back: 10000-500. */
    public String shown() {
        return from.fen() + "-" + off.fen();
    }

    private static String shortly(Money amount) {
        return "¥" + (amount.fen() % 100 == 0 ? Long.toString(amount.wholeYuan()) : amount.yuan());
    }
}
