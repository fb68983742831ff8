package tuanju.order.dues;

import tuanju.money.Money;

/**
 * Where the money of orders is, as programs see it: every fen of what they cost is in exactly one of the first three.
 *
 * @param toPayBackByHandFen what the leader holds beyond what they cost
 */
public record DuesInFen(long paidHereFen, long paidToLeaderFen, long notPaidFen, long toPayBackByHandFen) {

    /** The same as money. */
    public Dues dues() {
        return new Dues(
                Money.ofFen(paidHereFen),
                Money.ofFen(paidToLeaderFen),
                Money.ofFen(notPaidFen),
                Money.ofFen(toPayBackByHandFen));
    }

    public static DuesInFen of(Dues dues) {
        return new DuesInFen(
                dues.here().fen(),
                dues.toLeader().fen(),
                dues.open().fen(),
                dues.tooMuch().fen());
    }
}
