package tuanju.household;

import java.util.List;
import tuanju.money.Money;
import tuanju.order.dues.Dues;

/** What rows come to, however many of them are shown. */
record HouseholdSum(int households, int pieces, Dues dues) {

    static HouseholdSum of(List<HouseholdRow> rows) {
        return new HouseholdSum(
                rows.size(),
                rows.stream().mapToInt(HouseholdRow::pieces).sum(),
                Dues.sum(rows.stream().map(HouseholdRow::dues).toList()));
    }

    public Money cost() {
        return dues.cost();
    }

    public Money open() {
        return dues.open();
    }
}
