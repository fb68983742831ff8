package tuanju.price;

import java.math.BigInteger;
import tuanju.money.Money;

/**
 * What pieces of one line cost: each its price, less their part of the order's discounts.
 *
 * @param discount of all pieces together, never more than they cost
 */
public record LinePrice(Money each, int pieces, Money discount) {

    public LinePrice {
        if (discount.isMoreThan(each.times(pieces))) {
            throw new IllegalArgumentException("More off than " + pieces + " pieces cost");
        }
    }

    public Money amount() {
        return each.times(pieces).minus(discount);
    }

    /**
     * The same line with fewer pieces: its discount goes in proportion, rounded down, so that whoever gives pieces back
     * never gets more than they paid for them, and all of it for all of them.
     */
    public LinePrice keeping(int fewer) {
        if (fewer < 0 || fewer > pieces) {
            throw new IllegalArgumentException("Keeps " + fewer + " of " + pieces + " pieces");
        }
        return fewer == pieces ? this : new LinePrice(each, fewer, part(discount, fewer, pieces));
    }

    /**
     * The same pieces for a lower price each: the discount goes down with it, rounded down, so that nobody gets back more than
     * they paid.
     */
    public LinePrice at(Money lower) {
        if (!each.isMoreThan(lower)) {
            throw new IllegalArgumentException(lower + " is not below " + each);
        }
        return new LinePrice(lower, pieces, part(discount, lower.fen(), each.fen()));
    }

    private static Money part(Money whole, long of, long all) {
        return Money.ofFen(BigInteger.valueOf(whole.fen())
                .multiply(BigInteger.valueOf(of))
                .divide(BigInteger.valueOf(all))
                .longValueExact());
    }
}
