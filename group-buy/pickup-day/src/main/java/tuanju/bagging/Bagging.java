package tuanju.bagging;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.address.Door;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.ordering.MovingOrders;
import tuanju.cycle.ordering.MovingOrders.Bagged;
import tuanju.member.MemberId;
import tuanju.order.OrderId;
import tuanju.order.OrderStatus;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderSheet;
import tuanju.order.fulfilment.DoorChange;
import tuanju.pickup.PickupOrder;
import tuanju.pickup.PickupSheets;

/** A leader decides which bag an order goes into. Only the leader of its cycle does; everybody else finds nothing. */
@Component
@RequiredArgsConstructor
class Bagging {

    static final String CORRECTED = "door-corrected";
    static final String TOGETHER = "put-in-one-bag";
    static final String UNDONE = "door-undone";

    private final OrderCycles cycles;
    private final MovingOrders moving;
    private final OrderBook book;
    private final PickupSheets sheets;

    /** An order of a cycle that somebody leads. */
    record Place(MemberId leader, Code cycle, Code order) {}

    /**
     * Sends the order to another point of its cycle, or all of its bag that still waits. Refuses as MovingOrders does.
     */
    @Transactional
    public void toPoint(Place place, UUID point, boolean wholeBag) {
        var cycle = cycles.ledBy(place.leader(), place.cycle());
        var orders = wholeBag ? bag(cycle, place.order()) : List.of(place.order());
        moving.toPoint(place.leader(), place.cycle(), orders, point);
    }

    /** Puts the door right that the order's bag is packed for. Refuses with Invalid none at all, else as MovingOrders does. */
    @Transactional
    public void toDoor(Place place, Door door) {
        if (door.building().isEmpty() && door.room().isEmpty()) {
            throw new Invalid("building", "bag-door-missing");
        }
        moving.toDoor(place.leader(), place.cycle(), new Bagged(place.order(), null, CORRECTED), door);
    }

    /**
     * Puts the order into one bag with another of its cycle: from then on it has the other's door. Refuses with CannotBag an
     * other without a door, at another point or collected already, else as MovingOrders does.
     */
    @Transactional
    public void together(Place place, Code with) {
        if (with.equals(place.order())) {
            throw CannotBag.withItself();
        }
        var cycle = cycles.ledBy(place.leader(), place.cycle());
        var order = sheet(cycle, place.order());
        var other = sheet(cycle, with);
        if (!other.address().door().namesRoom()) {
            throw CannotBag.noDoor();
        }
        if (!isWaiting(other)) {
            throw CannotBag.gone();
        }
        if (!other.pickupPoint().equals(order.pickupPoint())) {
            throw CannotBag.elsewhere(other.pickupPointName());
        }
        moving.toDoorOf(place.leader(), place.cycle(), new Bagged(place.order(), with, TOGETHER), other.address());
    }

    /** Takes the last change of the order's door back, once. Refuses with CannotBag where there is none. */
    @Transactional
    public void undo(Place place) {
        var cycle = cycles.ledBy(place.leader(), place.cycle());
        var last = last(cycle, id(cycle, place.order()));
        moving.toDoorOf(place.leader(), place.cycle(), new Bagged(place.order(), null, UNDONE), last.was());
    }

    private DoorChange last(CycleCard cycle, OrderId order) {
        var changes = book.doorChanges(cycle.community(), order);
        if (changes.isEmpty() || changes.getLast().cause().equals(UNDONE)) {
            throw CannotBag.nothingToUndo();
        }
        return changes.getLast();
    }

    /** What of the bag with this order still waits. */
    private List<Code> bag(CycleCard cycle, Code order) {
        var waiting = sheets.expectedOfCycle(cycle.community(), cycle.id()).household(order.value()).stream()
                .flatMap(bag -> bag.orders().stream())
                .filter(it -> !it.collected())
                .map(PickupOrder::code)
                .map(Code::new)
                .toList();
        return waiting.contains(order) ? waiting : List.of(order);
    }

    private OrderSheet sheet(CycleCard cycle, Code order) {
        return book.sheet(cycle.community(), id(cycle, order));
    }

    private OrderId id(CycleCard cycle, Code order) {
        return book.idsIn(cycle.community(), cycle.id(), List.of(order)).getFirst();
    }

    static boolean isWaiting(OrderSheet order) {
        var status = order.status();
        return status == OrderStatus.PLACED || status == OrderStatus.PAID || status == OrderStatus.CONFIRMED;
    }
}
