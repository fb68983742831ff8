package tuanju.weighing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.address.Door;
import tuanju.community.Code;
import tuanju.cycle.ByWeight;
import tuanju.money.Money;
import tuanju.order.OrderId;

/**
 * One order's pieces of a product that is sold by weight.
 *
 * @param paid what was paid for them
 * @param discount what that was less than their price
 * @param weighed null while nobody has weighed them
 */
record WeighedLine(
        OrderId order,
        Code code,
        Door at,
        String name,
        UUID product,
        String productName,
        String spec,
        int pieces,
        ByWeight weight,
        Money paid,
        Money discount,
        @Nullable Weighed weighed) {

    /**
     * What they weigh together.
     *
     * @param isConfirmed whether the difference is on its way, and the weight stands
     * @param refund what went back; null until it did
     */
    record Weighed(
            int pieces,
            int grams,
            boolean isConfirmed,
            @Nullable Money refund) {}

    /** As neighbours say it; empty where it is not known. */
    public String door() {
        return at.withoutLane().shown();
    }

    public int expectedGrams() {
        return weight.grams() * pieces;
    }

    /** Weighed as many as the order has: not so after some of them were taken off. */
    public boolean isWeighed() {
        return weighed != null && (weighed.pieces() == pieces || weighed.refund() != null);
    }

    /** Some of the pieces are gone since they were weighed. */
    public boolean isStale() {
        return weighed != null && !isWeighed();
    }

    public boolean isConfirmed() {
        return weighed != null && weighed.isConfirmed();
    }

    public boolean isSettled() {
        return weighed != null && weighed.refund() != null;
    }

    public @Nullable Integer grams() {
        return weighed == null || !isWeighed() ? null : weighed.grams();
    }

    /** What goes back, or went back; nothing while it is not weighed. */
    public Money back() {
        if (weighed == null || !isWeighed()) {
            return Money.ZERO;
        }
        return weighed.refund() == null
                ? difference(weight.cost(weighed.grams(), pieces), paid, discount)
                : weighed.refund();
    }

    /** What was paid beyond what the pieces cost by their weight; a discount goes with it in proportion, rounded down. */
    static Money difference(Money cost, Money paid, Money discount) {
        var price = paid.plus(discount);
        if (!price.isMoreThan(cost)) {
            return Money.ZERO;
        }
        var beyond = price.minus(cost);
        return discount.isZero() ? beyond : Money.ofFen(Math.multiplyExact(beyond.fen(), paid.fen()) / price.fen());
    }

    /** Beyond this band the pieces weigh more than was paid for, which nobody is asked for. */
    public boolean isTooHeavy() {
        return weighed != null && weighed.grams() > weight.heaviest() * pieces;
    }

    /** Lighter than was said before ordering; its buyer pays for what it weighs. */
    public boolean isTooLight() {
        return weighed != null && weighed.grams() < weight.lightest() * pieces;
    }
}
