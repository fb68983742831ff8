package tuanju.bagging;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import tuanju.cycle.CyclePoint;
import tuanju.order.book.OrderSheet;
import tuanju.order.fulfilment.DoorChange;
import tuanju.order.fulfilment.PointChange;
import tuanju.pickup.Household;
import tuanju.pickup.PickupOrder;
import tuanju.pickup.PickupSheet;

/**
 * One order with the bag it goes into, as its leader sees it.
 *
 * @param points where it may be collected, the cycle's main point first
 * @param besides other orders of its bag that still wait
 * @param others bags of the same point that it may be put to, those of the same person first
 */
record BagView(
        OrderSheet order, List<CyclePoint> points, List<PickupOrder> besides, List<Household> others, Past past) {

    /** What was changed since it was placed, oldest first. */
    record Past(List<PointChange> points, List<DoorChange> doors) {

        public boolean isEmpty() {
            return points.isEmpty() && doors.isEmpty();
        }

        /** Whether the last change of its door can be taken back. */
        public boolean isUndoable() {
            return !doors.isEmpty() && !doors.getLast().cause().equals(Bagging.UNDONE);
        }
    }

    static BagView of(OrderSheet order, List<CyclePoint> points, PickupSheet sheet, Past past) {
        var code = order.code().value();
        var besides = sheet.household(code).stream()
                .flatMap(bag -> bag.orders().stream())
                .filter(it -> !it.collected() && !it.code().equals(code))
                .toList();
        return new BagView(order, points, besides, others(order, sheet), past);
    }

    private static List<Household> others(OrderSheet order, PickupSheet sheet) {
        Predicate<Household> isLikely = bag -> !order.maskedPhone().isEmpty()
                && bag.orders().stream().anyMatch(it -> it.maskedPhone().equals(order.maskedPhone()));
        return sheet.households().stream()
                .filter(bag -> bag.point().id().equals(order.pickupPoint()))
                .filter(bag -> bag.at().namesRoom() && !bag.collected())
                .filter(bag -> !bag.holds(order.code().value()))
                .sorted(Comparator.comparing(bag -> !isLikely.test(bag)))
                .toList();
    }

    /** Whether it still waits, so that it can go elsewhere. */
    public boolean isMovable() {
        return Bagging.isWaiting(order);
    }

    /** 86-801, or what of it is known; empty when nothing is. */
    public String door() {
        return order.address().door().shown();
    }
}
