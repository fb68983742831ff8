package tuanju.household;

import java.util.List;
import tuanju.money.Money;
import tuanju.order.dues.Dues;

/**
 * What rows come to, however many of them are shown.
 *
 * @param byHand how much of it can be taken by hand now
 */
record HouseholdSum(int households, int pieces, Dues dues, Money byHand) {

    static HouseholdSum of(List<HouseholdRow> rows) {
        return new HouseholdSum(
                rows.size(),
                rows.stream().mapToInt(HouseholdRow::pieces).sum(),
                Dues.sum(rows.stream().map(HouseholdRow::dues).toList()),
                rows.stream().map(it -> it.byHand().open()).reduce(Money.ZERO, Money::plus));
    }

    public Money cost() {
        return dues.cost();
    }

    public Money open() {
        return dues.open();
    }
}
