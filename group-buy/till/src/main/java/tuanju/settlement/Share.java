package tuanju.settlement;

import java.math.BigInteger;
import tuanju.ledger.Account;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.money.Percentage;

/**
 * What somebody beside the leader gets of a settled order.
 *
 * @param base what the lines that it is counted from cost when the order was placed
 * @param paid what all of it cost then
 */
public record Share(Kind kind, MemberId member, Percentage share, Money base, Money paid) {

    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

    /** What it is for. */
    public enum Kind {
        /** For bringing this order's buyer. */
        COMMISSION,
        /** For delivering the goods. */
        SUPPLIER
    }

    public Share {
        if (base.isMoreThan(paid)) {
            throw new IllegalArgumentException("A share of more than was paid");
        }
    }

    /**
     * While this much of what was paid is kept: in proportion and rounded down, so that no share ever grows when something
     * goes back. The community keeps the odd fen.
     */
    public Money of(Money kept) {
        return paid.isZero()
                ? Money.ZERO
                : Money.ofFen(BigInteger.valueOf(base.fen())
                        .multiply(BigInteger.valueOf(share.basisPoints()))
                        .multiply(BigInteger.valueOf(kept.fen()))
                        .divide(WHOLE.multiply(BigInteger.valueOf(paid.fen())))
                        .longValueExact());
    }

    Account account() {
        return new Account(
                switch (kind) {
                    case COMMISSION -> Account.Kind.COMMISSION;
                    case SUPPLIER -> Account.Kind.SUPPLIER;
                },
                member.value());
    }
}
