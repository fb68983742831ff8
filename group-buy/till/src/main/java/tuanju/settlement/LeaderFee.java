package tuanju.settlement;

import java.math.BigInteger;
import tuanju.money.Money;
import tuanju.money.Percentage;

/**
 * What a leader gets of an order: their share of the goods, less what they gave off it themselves.
 *
 * @param share of the goods' price
 * @param paid what the buyer paid for the order when it was placed
 * @param discount what it cost less than its goods out of the leader's fee
 */
public record LeaderFee(Percentage share, Money paid, Money discount) {

    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

    /** While this much of what was paid is kept: in proportion, rounded down, and never below nothing. */
    public Money of(Money kept) {
        if (discount.isZero()) {
            return kept.share(share);
        }
        return inProportion(shareOfGoods().subtract(given()), kept);
    }

    /** What of the discount the fee does not cover while this much is kept; the community bears it. */
    public Money uncovered(Money kept) {
        return discount.isZero() ? Money.ZERO : inProportion(given().subtract(shareOfGoods()), kept);
    }

    /** In ten-thousandths of a fen, as the share is. */
    private BigInteger shareOfGoods() {
        return BigInteger.valueOf(paid.plus(discount).fen()).multiply(BigInteger.valueOf(share.basisPoints()));
    }

    private BigInteger given() {
        return BigInteger.valueOf(discount.fen()).multiply(WHOLE);
    }

    private Money inProportion(BigInteger whole, Money kept) {
        return Money.ofFen(whole.max(BigInteger.ZERO)
                .multiply(BigInteger.valueOf(kept.fen()))
                .divide(WHOLE.multiply(BigInteger.valueOf(paid.fen())))
                .longValueExact());
    }
}
