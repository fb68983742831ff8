package tuanju.board;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.board.Stage.Step;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleStatus;
import tuanju.order.OrderRecord;
import tuanju.order.OrderRecords;
import tuanju.order.OrderStatus;
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
    private final PickupProgress progress;
    private final Receipts receipts;
    private final Clock clock;

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public CycleBoard of(CycleCard cycle) {
        var orders = records.ofSource(cycle.community(), cycle.id());
        var now = clock.instant();
        return new CycleBoard(
                cycle,
                now,
                stages(cycle, orders, now),
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

    private List<Stage> stages(CycleCard cycle, List<OrderRecord> orders, Instant now) {
        var ordered = only(orders, it -> it.isAlive() || it.status() == OrderStatus.PLACED);
        var paid = only(orders, OrderRecord::isAlive);
        var arrived = isHere(cycle.status()) ? paid : List.<OrderRecord>of();
        var handedOver = only(orders, OrderRecord::isHandedOver);
        var missed = only(arrived, it -> !it.isHandedOver() && isOver(it, cycle, now));
        long all = Stage.pieces(ordered);
        return List.of(
                Stage.of(Step.ORDERED, ordered, all),
                Stage.of(Step.PAID, paid, all),
                Stage.of(Step.ARRIVED, arrived, arrivedPieces(cycle, arrived), all),
                Stage.of(Step.HANDED_OVER, handedOver, all),
                Stage.of(Step.NOT_COLLECTED, missed, all));
    }

    /** As counted at the lorry; what nobody counts is there when the cycle says so. */
    private long arrivedPieces(CycleCard cycle, List<OrderRecord> arrived) {
        var goods = receipts.of(cycle);
        if (goods.stream().noneMatch(ReceivedGoods::isCounted)) {
            return Stage.pieces(arrived);
        }
        boolean isHere = isHere(cycle.status());
        return goods.stream()
                .mapToLong(
                        one -> one.isCounted() ? Math.min(one.usable(), one.expected()) : isHere ? one.expected() : 0)
                .sum();
    }

    private static boolean isHere(CycleStatus status) {
        return status.isCollectable() || status == CycleStatus.DONE;
    }

    /** Its own time counts where it says one: points of one cycle may have different hours. */
    private static boolean isOver(OrderRecord order, CycleCard cycle, Instant now) {
        var own = order.dates().pickupUntil();
        return cycle.status() == CycleStatus.DONE || now.isAfter(own == null ? cycle.pickupUntil() : own);
    }

    private static List<OrderRecord> only(List<OrderRecord> orders, Predicate<OrderRecord> meant) {
        return orders.stream().filter(meant).toList();
    }
}
