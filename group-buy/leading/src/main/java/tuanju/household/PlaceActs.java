package tuanju.household;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import tuanju.cycle.ordering.MovingOrders.PutRight;
import tuanju.desk.Desk;
import tuanju.desk.Desks;
import tuanju.desk.LeftWith;
import tuanju.desk.LookingAtDesks;
import tuanju.desk.LookingAtDesks.Choice;
import tuanju.desk.handover.Giving;
import tuanju.desk.handover.HandingOver;
import tuanju.household.ActRows.Part;
import tuanju.order.OrderId;
import tuanju.order.book.OrderSheet;

/** Where bags go: to another point, behind another door, out of the house. Joins the caller's transaction. */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
class PlaceActs {

    private static final String CORRECTED = "door-corrected";
    private static final String UNDONE = "door-undone";

    private final MovingOrders moving;
    private final Desks desks;
    private final LookingAtDesks looking;
    private final HandingOver handingOver;

    /** All that waits elsewhere goes to this point. Refuses as MovingOrders does. */
    List<Part> moved(Marking marking, UUID point) {
        var orders =
                marking.waiting().filter(it -> !it.pickupPoint().equals(point)).toList();
        var codes = orders.stream().map(OrderSheet::code).toList();
        var steps = codes.isEmpty()
                ? Map.<OrderId, Long>of()
                : moving.toPoint(marking.by(), marking.cycle().code(), codes, point);
        return orders.stream()
                .flatMap(it -> Optional.ofNullable(steps.get(it.id())).map(step -> Part.moved(it, step)).stream())
                .toList();
    }

    /** All that waits is packed for this door. Refuses with Invalid none at all, else as MovingOrders does. */
    List<Part> door(Marking marking, Door door) {
        if (door.building().isEmpty() && door.room().isEmpty()) {
            throw new Invalid("building", "bag-door-missing");
        }
        return marking.waiting()
                .map(it -> Part.door(
                        it,
                        moving.toDoor(
                                marking.by(), marking.cycle().code(), new Bagged(it.code(), null, CORRECTED), door)))
                .filter(it -> !it.isNothing())
                .toList();
    }

    /** All that waits at the desk leaves it. Refuses as the desk does: what is not here, not of today, not paid, gone. */
    List<Part> handedOver(Marking marking, LeftWith where) {
        var desk = desk(marking);
        var parts = new ArrayList<Part>();
        for (var row : marking.rows().stream().filter(HouseholdRow::isAtDesk).toList()) {
            var bag = looking.choose(desk, row.atDesk(), new Choice(false, List.of()));
            handingOver.handOver(
                    desk, bag.ids(), new Giving(where, row.bag().point().id(), false));
            bag.orders().forEach(it -> parts.add(Part.of(new OrderId(it.id()), new tuanju.community.Code(it.code()))));
        }
        return parts;
    }

    /** All that nobody has sent elsewhere meanwhile; answers whether there was any. */
    boolean movedBack(Marking marking, List<Part> parts) {
        var code = marking.cycle().code();
        var steps = parts.stream()
                .filter(it -> it.step() != null)
                .collect(Collectors.toMap(Part::order, it -> Objects.requireNonNull(it.step())));
        var still = moving.stillThere(marking.by(), code, steps);
        parts.stream()
                .filter(it -> still.contains(it.order()))
                .collect(Collectors.groupingBy(it -> Objects.requireNonNull(it.wasPoint())))
                .forEach((point, these) -> moving.toPoint(
                        marking.by(), code, these.stream().map(Part::code).toList(), point));
        return !still.isEmpty();
    }

    /** All whose door nobody has put right meanwhile; answers whether there was any. */
    boolean oldDoor(Marking marking, List<Part> parts) {
        return parts.stream()
                        .filter(it -> moving.asBefore(
                                marking.by(),
                                marking.cycle().code(),
                                new Bagged(it.code(), null, UNDONE),
                                new PutRight(it.step(), it.lookedAt())))
                        .count()
                > 0;
    }

    void takenBack(Marking marking, Collection<Part> parts) {
        handingOver.undo(
                desk(marking), parts.stream().map(it -> it.order().value()).toList());
    }

    private Desk desk(Marking marking) {
        return desks.ofCycle(marking.by(), marking.cycle().code().value());
    }
}
