package tuanju.household;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.address.Door;
import tuanju.command.Invalid;
import tuanju.cycle.ordering.MovingOrders;
import tuanju.cycle.ordering.MovingOrders.Bagged;
import tuanju.desk.Desk;
import tuanju.desk.Desks;
import tuanju.desk.Giving;
import tuanju.desk.HandingOver;
import tuanju.desk.LeftWith;
import tuanju.desk.LookingAtDesks;
import tuanju.desk.LookingAtDesks.Choice;
import tuanju.household.ActRows.Part;
import tuanju.order.OrderId;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderSheet;

/** Where bags go: to another point, behind another door, out of the house. Joins the caller's transaction. */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
class PlaceActs {

    private static final String CORRECTED = "door-corrected";
    private static final String UNDONE = "door-undone";

    private final MovingOrders moving;
    private final OrderBook book;
    private final Desks desks;
    private final LookingAtDesks looking;
    private final HandingOver handingOver;

    /** All that waits elsewhere goes to this point. Refuses as MovingOrders does. */
    List<Part> moved(Marking marking, UUID point) {
        var orders =
                marking.waiting().filter(it -> !it.pickupPoint().equals(point)).toList();
        if (!orders.isEmpty()) {
            moving.toPoint(
                    marking.by(),
                    marking.cycle().code(),
                    orders.stream().map(OrderSheet::code).toList(),
                    point);
        }
        return orders.stream()
                .map(it -> new Part(it.id(), it.code(), null, null, it.pickupPoint()))
                .toList();
    }

    /** All that waits is packed for this door. Refuses with Invalid none at all, else as MovingOrders does. */
    List<Part> door(Marking marking, Door door) {
        if (door.building().isEmpty() && door.room().isEmpty()) {
            throw new Invalid("building", "bag-door-missing");
        }
        var orders = marking.waiting().toList();
        orders.forEach(it ->
                moving.toDoor(marking.by(), marking.cycle().code(), new Bagged(it.code(), null, CORRECTED), door));
        return orders.stream().map(it -> Part.of(it.id(), it.code())).toList();
    }

    /** All that waits at the desk leaves it. Refuses as the desk does: what is not here, not of today, not paid, gone. */
    List<Part> handedOver(Marking marking, LeftWith where) {
        var desk = desk(marking);
        var parts = new ArrayList<Part>();
        for (var row : marking.rows()) {
            var bag = looking.choose(desk, row.key(), new Choice(false, List.of()));
            handingOver.handOver(
                    desk, bag.ids(), new Giving(where, row.bag().point().id(), false));
            bag.orders().forEach(it -> parts.add(Part.of(new OrderId(it.id()), new tuanju.community.Code(it.code()))));
        }
        return parts;
    }

    void movedBack(Marking marking, List<Part> parts) {
        parts.stream()
                .collect(Collectors.groupingBy(it -> Objects.requireNonNull(it.wasPoint())))
                .forEach((point, these) -> moving.toPoint(
                        marking.by(),
                        marking.cycle().code(),
                        these.stream().map(Part::code).toList(),
                        point));
    }

    /** Only where nobody has put the door right meanwhile. */
    void oldDoor(Marking marking, List<Part> parts) {
        parts.forEach(part -> {
            var changes = book.doorChanges(marking.cycle().community(), part.order());
            if (!changes.isEmpty() && changes.getLast().cause().equals(CORRECTED)) {
                moving.toDoorOf(
                        marking.by(),
                        marking.cycle().code(),
                        new Bagged(part.code(), null, UNDONE),
                        changes.getLast().was());
            }
        });
    }

    void takenBack(Marking marking, Collection<Part> parts) {
        handingOver.undo(
                desk(marking), parts.stream().map(it -> it.order().value()).toList());
    }

    private Desk desk(Marking marking) {
        return desks.ofCycle(marking.by(), marking.cycle().code().value());
    }
}
