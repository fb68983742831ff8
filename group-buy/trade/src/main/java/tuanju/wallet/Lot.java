package tuanju.wallet;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tuanju.money.Money;
import tuanju.payment.CreditRefunds.Origin;

/**
 * Credit of one origin that nothing is planned with.
 *
 * @param free what is left of it and not set aside
 */
record Lot(UUID id, Origin origin, Money free) {

    /** Some credit out of one lot. */
    record Part(Lot lot, Money amount) {}

    /** Which lots make up this amount, the first ones first. Refuses more than they have. */
    static List<Part> cover(List<Lot> lots, Money amount) {
        var parts = new ArrayList<Part>();
        var left = amount;
        for (var lot : lots) {
            var part = left.isMoreThan(lot.free()) ? lot.free() : left;
            if (!part.isZero()) {
                parts.add(new Part(lot, part));
                left = left.minus(part);
            }
        }
        if (!left.isZero()) {
            throw new NotEnoughCredit(amount.minus(left));
        }
        return parts;
    }
}
