package tuanju.points;

import tuanju.money.Money;

/**
 * What terms cost at most, for whoever thinks about them.
 *
 * @param ofThousand what is promised for each ¥1,000 that is kept of orders
 * @param ofMonth what is promised to a member who checks in on all of thirty days
 * @param ofHundred what of an order of ¥100 can be paid with points
 */
record TermsCost(Money ofThousand, Money ofMonth, Money ofHundred) {

    static TermsCost of(Terms terms) {
        return new TermsCost(
                Money.ofFen(1_000L * terms.perYuan()),
                Money.ofFen(30L * terms.perCheckIn()),
                Money.ofFen(terms.spends() ? 10_00 : 0));
    }
}
