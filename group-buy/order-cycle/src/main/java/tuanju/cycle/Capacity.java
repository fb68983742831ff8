package tuanju.cycle;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;
import tuanju.money.Money;

/** Refuses minimums that no amount of ordering could reach. */
final class Capacity {

    private Capacity() {}

    /** One product: its limit holds at least a case, and its minimum. */
    static void check(String name, Money price, @Nullable Integer limit, ProductTerms terms) {
        if (limit == null) {
            return;
        }
        if (limit < terms.caseSize()) {
            throw new Invalid("products", "cycle-limit-below-case", name, limit, terms.caseSize());
        }
        long pieces = limit - limit % terms.caseSize();
        var most = new Minimum.Standing(price.times((int) pieces), pieces, pieces, pieces / terms.caseSize());
        if (terms.minimum() != null && terms.minimum().missing(most) > 0) {
            throw new Invalid("products", "cycle-minimum-above-limit", name);
        }
    }

    /** The whole cycle: everything sold would reach its minimum. */
    static void check(List<CyclePlan.Item> items, @Nullable Minimum minimum) {
        if (minimum == null || items.isEmpty()) {
            return;
        }
        if (minimum.kind() == Minimum.Kind.CASES
                && items.stream().noneMatch(it -> it.terms().isCased())) {
            throw new Invalid("minimum", "cycle-minimum-without-cases");
        }
        boolean isBounded = items.stream()
                .filter(it -> minimum.kind() != Minimum.Kind.CASES || it.terms().isCased())
                .allMatch(it -> it.limit() != null);
        if (isBounded && minimum.missing(most(items)) > 0) {
            throw new Invalid("minimum", "cycle-minimum-above-capacity");
        }
    }

    private static Minimum.Standing most(List<CyclePlan.Item> items) {
        var money = Money.ZERO;
        long pieces = 0;
        long cases = 0;
        for (var item : items) {
            int limit = item.limit() == null ? 0 : item.limit();
            int sold = limit - limit % item.terms().caseSize();
            money = money.plus(item.price().times(sold));
            pieces += sold;
            cases += item.terms().isCased() ? sold / item.terms().caseSize() : 0;
        }
        return new Minimum.Standing(money, pieces, pieces, cases);
    }
}
