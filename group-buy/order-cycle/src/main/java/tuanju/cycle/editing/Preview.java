package tuanju.cycle.editing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tuanju.cycle.CyclePoint;
import tuanju.money.Money;
import tuanju.order.OrderKind;
import tuanju.order.OrderLineCard;
import tuanju.order.OrderStatus;
import tuanju.order.aftersale.CalledOff.Cheaper;
import tuanju.order.book.OrderSheet;
import tuanju.price.LinePrice;

/** What a change would be, whom it touches and what it costs, as its leader sees it before they say yes. */
record Preview(Edition wanted, List<Change> changes, List<Touched> orders) {

    /**
     * An order it touches.
     *
     * @param less what it costs less
     * @param back what of that goes back by itself, now or once it is paid
     * @param byHand what of that its leader gives back
     * @param to where it is collected from now on; null where as before
     * @param sooner whether its buyer has less time to change their mind
     */
    record Touched(
            OrderSheet sheet,
            Money less,
            Money back,
            Money byHand,
            @Nullable CyclePoint to,
            boolean sooner) {

        boolean isWaiting() {
            return sheet.status() == OrderStatus.PLACED;
        }

        private boolean isTouched() {
            return !less.isZero() || to != null || sooner;
        }
    }

    /** Those of these orders that are not over. */
    static List<OrderSheet> living(List<OrderSheet> orders) {
        var living = Set.of(OrderStatus.PLACED, OrderStatus.PAID, OrderStatus.CONFIRMED);
        return orders.stream().filter(it -> living.contains(it.status())).toList();
    }

    static Preview of(Edition before, Edition wanted, List<OrderSheet> sheets) {
        var prices = new HashMap<UUID, Money>();
        wanted.goods().forEach(it -> {
            var lower = it.lowered();
            if (lower != null) {
                prices.put(it.id(), lower);
            }
        });
        var names = wanted.goods().stream()
                .filter(it -> prices.containsKey(it.id()))
                .collect(Collectors.toMap(
                        it -> it.item().name() + "\0" + it.item().spec(), it -> prices.get(it.id())));
        boolean sooner = wanted.cutOff().isBefore(before.cutOff());
        var points = moved(before, wanted);
        var orders = sheets.stream()
                .map(it -> touched(it, names, points.get(it.pickupPoint()), sooner))
                .filter(Touched::isTouched)
                .toList();
        return new Preview(wanted, wanted.since(before), orders);
    }

    /** The points whose orders are collected elsewhere or at another time, and where and when. */
    private static Map<UUID, CyclePoint> moved(Edition before, Edition wanted) {
        var now = Edition.byId(wanted.points());
        return before.points().stream()
                .filter(it -> !it.equals(now.get(it.point())))
                .collect(Collectors.toMap(
                        CyclePoint::point,
                        it -> Objects.requireNonNullElse(
                                now.get(it.point()), wanted.points().getFirst())));
    }

    private static Touched touched(
            OrderSheet sheet, Map<String, Money> prices, @Nullable CyclePoint to, boolean sooner) {
        var less = sheet.lines().stream()
                .map(it -> less(it, prices.get(it.productName() + "\0" + it.spec())))
                .reduce(Money.ZERO, Money::plus);
        if (sheet.kind() != OrderKind.IMPORT && sheet.dues().toLeader().isZero()) {
            return new Touched(sheet, less, less, Money.ZERO, to, sooner);
        }
        var open = sheet.dues().open();
        var byHand = less.isMoreThan(open) ? less.minus(open) : Money.ZERO;
        return new Touched(sheet, less, Money.ZERO, byHand, to, sooner);
    }

    private static Money less(OrderLineCard line, @Nullable Money lower) {
        if (lower == null) {
            return Money.ZERO;
        }
        var each = Cheaper.each(line.unitPrice(), line.usual(), lower);
        if (!line.unitPrice().isMoreThan(each)) {
            return Money.ZERO;
        }
        var price = new LinePrice(line.unitPrice(), line.quantity(), line.discount());
        return price.amount().minus(price.at(each).amount());
    }

    /** Orders that cost less. */
    public long cheaper() {
        return orders.stream().filter(it -> !it.less().isZero()).count();
    }

    /** Orders collected elsewhere or at another time. */
    public long moving() {
        return orders.stream().filter(it -> it.to() != null).count();
    }

    /** Orders of those that become cheaper that are not paid yet. */
    public long waiting() {
        return orders.stream()
                .filter(it -> it.isWaiting() && !it.less().isZero())
                .count();
    }

    public Money back() {
        return orders.stream().map(Touched::back).reduce(Money.ZERO, Money::plus);
    }

    public Money byHand() {
        return orders.stream().map(Touched::byHand).reduce(Money.ZERO, Money::plus);
    }

    /** What each of them costs less at least. */
    public Money least() {
        return orders.stream()
                .map(Touched::less)
                .filter(it -> !it.isZero())
                .min(Money::compareTo)
                .orElse(Money.ZERO);
    }

    /** What each of them costs less at most. */
    public Money most() {
        return orders.stream().map(Touched::less).max(Money::compareTo).orElse(Money.ZERO);
    }

    public boolean isNothing() {
        return changes.isEmpty();
    }

    /** Another one wherever anything is another that was shown. */
    public String token() {
        return Integer.toHexString(Objects.hash(
                        wanted.cycle().turns().edition(), changes.toString(), back().fen(), byHand().fen(), moving()))
                + "-" + orders.size();
    }
}
