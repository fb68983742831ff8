package tuanju.complaint;

import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.money.Money;
import tuanju.pickup.PickupOrder;

/**
 * A complaint as a program sends it.
 *
 * @param spec empty or left out where the product has none
 * @param pieces 1 when left out
 * @param amountFen what is to go back; left out for the price of these pieces
 */
record ComplaintWish(
        @Nullable String product,
        @Nullable String spec,
        @Nullable ComplaintKind kind,
        @Nullable Integer pieces,
        @Nullable Long amountFen,
        @Nullable String note) {

    /** About this order, its photo stored elsewhere under this reference. Refuses with Invalid, or NotFound a line it has not. */
    Report report(PickupOrder order, @Nullable String picture) {
        if (product == null || product.isBlank()) {
            throw new Invalid("product", "complaint-line");
        }
        if (kind == null) {
            throw new Invalid("kind", "complaint-kind");
        }
        var line = Goods.of(order)
                .filter(it -> it.product().equals(product) && it.spec().equals(spec == null ? "" : spec))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (line.amount().isZero()) {
            throw new Invalid("product", "complaint-free");
        }
        return new Report(order, line, kind, pieces == null ? 1 : pieces, amount(), note == null ? "" : note, picture);
    }

    private @Nullable Money amount() {
        if (amountFen == null) {
            return null;
        }
        if (amountFen < 1) {
            throw new Invalid("amountFen", "complaint-yuan");
        }
        return Money.ofFen(amountFen);
    }
}
