package tuanju.order.dues;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import tuanju.money.Money;

/**
 * What orders cost now, split by where the money is; every fen of it is in exactly one of here, toLeader and open. The
 * database derives it from what happened (view order_due), nothing else does.
 *
 * @param here paid through us
 * @param toLeader in their leader's hands
 * @param open not paid
 * @param tooMuch what the leader holds beyond what they cost, and gives back by hand
 */
public record Dues(Money here, Money toLeader, Money open, Money tooMuch) {

    /** Of nothing. */
    public static final Dues NOTHING = new Dues(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

    /** Of many orders at once. */
    public static Dues sum(Collection<Dues> all) {
        return all.stream().reduce(NOTHING, Dues::plus);
    }

    /** Each amount that is there, with where it is. */
    public List<Due> all() {
        return Stream.of(
                        new Due(Due.Standing.PAID_HERE, here),
                        new Due(Due.Standing.PAID_TO_LEADER, toLeader),
                        new Due(Due.Standing.NOT_PAID, open))
                .filter(due -> !due.amount().isZero())
                .toList();
    }

    /** All of it, wherever it is. */
    public Money cost() {
        return paid().plus(open);
    }

    /** What somebody has. */
    public Money paid() {
        return here.plus(toLeader);
    }

    /** Whether nothing is asked any more. */
    public boolean isPaid() {
        return open.isZero();
    }

    /** What the leader has of it in all. */
    public Money withLeader() {
        return toLeader.plus(tooMuch);
    }

    public Dues plus(Dues other) {
        return new Dues(
                here.plus(other.here),
                toLeader.plus(other.toLeader),
                open.plus(other.open),
                tooMuch.plus(other.tooMuch));
    }
}
