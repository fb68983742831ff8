package tuanju.board;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.board.Stage.Step;
import tuanju.board.Whereabouts.Place;
import tuanju.board.Whereabouts.Placed;
import tuanju.cycle.CycleCard;
import tuanju.order.OrderStatus;
import tuanju.order.book.OrderRecord;
import tuanju.order.book.OrderRecords;
import tuanju.order.dues.Dues;
import tuanju.payment.OrderMoney;
import tuanju.pickup.PickupProgress;
import tuanju.receiving.Receipts;
import tuanju.receiving.ReceivedGoods;

/** Puts a cycle's board together from one snapshot of the database, in as many queries as there are tables. */
@Component
@RequiredArgsConstructor
class Boards {

    private final OrderRecords records;
    private final OrderMoney money;
    private final Placing placing;
    private final PickupProgress progress;
    private final Receipts receipts;
    private final Clock clock;

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public CycleBoard of(CycleCard cycle) {
        var orders = records.ofSource(cycle.community(), cycle.id());
        var now = clock.instant();
        var placed = placing.of(cycle, orders);
        return new CycleBoard(
                cycle,
                now,
                stages(cycle, orders, placed),
                Arrays.stream(Place.values())
                        .map(place -> Whereabouts.of(place, placed))
                        .toList(),
                only(orders, it -> it.status() == OrderStatus.REFUNDED).size(),
                reckoning(cycle, orders),
                progress.of(cycle));
    }

    /** Only the money of a cycle, for those who need to know whether it adds up. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Reckoning moneyOf(CycleCard cycle) {
        return reckoning(cycle, records.ofSource(cycle.community(), cycle.id()));
    }

    private Reckoning reckoning(CycleCard cycle, List<OrderRecord> orders) {
        var ids = orders.stream().map(it -> it.id().value()).toList();
        return Reckoning.of(orders, money.of(cycle.community(), ids));
    }

    private List<Stage> stages(CycleCard cycle, List<OrderRecord> orders, List<Placed> placed) {
        var ordered = only(orders, it -> it.isAlive() || it.status() == OrderStatus.PLACED);
        var coming = only(orders, OrderRecord::isAlive);
        var paid = only(coming, it -> it.dues().isPaid());
        var money = Dues.sum(coming.stream().map(OrderRecord::dues).toList()).paid();
        var handedOver = only(coming, OrderRecord::isHandedOver);
        // what was handed over was there, whether or not the leader has said so
        var arrived = Placing.isHere(cycle.status()) ? coming : handedOver;
        var missed = placed.stream().filter(Placed::isMissed).toList();
        long handed = placed.stream().mapToLong(Placed::handed).sum();
        long left = missed.stream().mapToLong(Placed::left).sum();
        long all = Stage.pieces(ordered);
        return List.of(
                Stage.of(Step.ORDERED, ordered, all),
                Stage.of(Step.PAID, paid, all).of(money),
                Stage.of(Step.ARRIVED, arrived, arrivedPieces(cycle, arrived), all),
                Stage.of(Step.HANDED_OVER, handedOver, handed, all),
                Stage.of(Step.NOT_COLLECTED, missed.stream().map(Placed::order).toList(), left, all));
    }

    /** As counted at the lorry; what nobody counts is there when the cycle says so. */
    private long arrivedPieces(CycleCard cycle, List<OrderRecord> arrived) {
        var goods = receipts.of(cycle);
        if (goods.stream().noneMatch(ReceivedGoods::isCounted)) {
            return Stage.pieces(arrived);
        }
        boolean isHere = Placing.isHere(cycle.status());
        return goods.stream()
                .mapToLong(
                        one -> one.isCounted() ? Math.min(one.usable(), one.expected()) : isHere ? one.expected() : 0)
                .sum();
    }

    private static List<OrderRecord> only(List<OrderRecord> orders, Predicate<OrderRecord> meant) {
        return orders.stream().filter(meant).toList();
    }
}
