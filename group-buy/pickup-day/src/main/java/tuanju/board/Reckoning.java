package tuanju.board;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import tuanju.money.Money;
import tuanju.money.SignedMoney;
import tuanju.order.OrderStatus;
import tuanju.order.book.OrderRecord;
import tuanju.order.dues.Dues;
import tuanju.payment.OrderMoney.Moved;

/**
 * A cycle's money, reckoned twice: from what the orders ask, and from what providers took and gave back. Both must leave
 * the same: taken − back − on its way back = cost of the orders that stay − what was forgone on them.
 *
 * @param expected asked of everybody whose order was not closed
 * @param unpaid asked of those who can still pay
 * @param taken captured for the orders
 * @param turned captured without finding a place; it is among what goes back
 * @param undecided captured, and a person must say where it belongs
 * @param back refunds that have arrived
 * @param onItsWayBack refunds that have not yet
 * @param cost of the orders that stay
 * @param allowed of that, given back although the goods stay
 * @param dues where the money of all orders is, also of those that came from a list or another tool
 * @param differences the orders where the two do not meet
 */
record Reckoning(
        Money expected,
        Money unpaid,
        Money taken,
        Money turned,
        Money undecided,
        Money back,
        Money onItsWayBack,
        Money cost,
        Money allowed,
        Dues dues,
        List<Difference> differences) {

    Reckoning {
        differences = List.copyOf(differences);
    }

    /** An order that keeps more or less money than it should. */
    record Difference(String order, SignedMoney kept, Money due) {
        public SignedMoney by() {
            return kept.minus(SignedMoney.of(due));
        }
    }

    static Reckoning of(Collection<OrderRecord> orders, Map<UUID, Moved> moved) {
        var here = orders.stream().filter(OrderRecord::isPaidHere).toList();
        Function<OrderRecord, Moved> money =
                order -> moved.getOrDefault(order.id().value(), Moved.NOTHING);
        return new Reckoning(
                sum(
                        here.stream()
                                .filter(it -> it.status() != OrderStatus.CLOSED)
                                .toList(),
                        OrderRecord::asked),
                sum(
                        here.stream()
                                .filter(it -> it.status() == OrderStatus.PLACED)
                                .toList(),
                        OrderRecord::asked),
                sum(here, it -> money.apply(it).taken()),
                sum(here, it -> money.apply(it).turned()),
                sum(here, it -> money.apply(it).undecided()),
                sum(here, it -> money.apply(it).back()),
                sum(here, it -> money.apply(it).onItsWayBack()),
                sum(here.stream().filter(OrderRecord::isAlive).toList(), OrderRecord::amount),
                sum(here.stream().filter(OrderRecord::isAlive).toList(), OrderRecord::allowed),
                Dues.sum(orders.stream().map(OrderRecord::dues).toList()),
                here.stream()
                        .map(it -> difference(it, money.apply(it)))
                        .filter(it -> it.by().fen() != 0)
                        .toList());
    }

    private static Difference difference(OrderRecord order, Moved money) {
        var in = SignedMoney.of(money.taken().plus(money.turned()));
        var out = SignedMoney.of(money.back().plus(money.onItsWayBack()));
        return new Difference(order.code().value(), in.minus(out), order.isAlive() ? order.net() : Money.ZERO);
    }

    private static Money sum(List<OrderRecord> orders, Function<OrderRecord, Money> of) {
        return orders.stream().map(of).reduce(Money.ZERO, Money::plus);
    }

    /** Whether no money of these orders was ever asked or taken through us, so that there is nothing to reckon. */
    public boolean isNothingHere() {
        return Stream.of(expected, taken, turned, undecided).allMatch(Money::isZero);
    }

    public boolean addsUp() {
        return differences.isEmpty() && undecided.isZero();
    }

    /** What providers keep for these orders; negative when more went back than came in. */
    public SignedMoney kept() {
        return SignedMoney.of(taken.plus(turned)).minus(SignedMoney.of(back.plus(onItsWayBack)));
    }

    /** What they should keep. */
    public Money due() {
        return cost.minus(allowed);
    }

    public SignedMoney by() {
        return kept().minus(SignedMoney.of(due()));
    }
}
