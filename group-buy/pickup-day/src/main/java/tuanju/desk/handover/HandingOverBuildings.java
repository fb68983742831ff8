package tuanju.desk.handover;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.desk.Bag;
import tuanju.desk.Desk;
import tuanju.desk.LookingAtDesks;
import tuanju.pickup.Household;
import tuanju.pickup.PickupOrder;

/** Hands all bags of a building over at once, when a helper carries them up, and takes that back. */
@Component
@RequiredArgsConstructor
class HandingOverBuildings {

    private final LookingAtDesks looking;
    private final HandingOver handingOver;

    /** What was handed over, and how many bags somebody else was quicker with. */
    record Given(List<String> orders, int late) {}

    /** What waits today of the building that this bag goes into, at the point where the bag is. Refuses with NotFound. */
    List<Bag> waiting(Desk desk, String bag) {
        var point = looking.household(desk, bag).point();
        var here = looking.waitingIn(desk, bag).stream()
                .filter(it -> it.point().equals(point))
                .toList();
        return looking.bags(desk, here);
    }

    /** Hands over those of the named orders that nobody did meanwhile; refuses as a single bag is refused. */
    Given handOver(Desk desk, String bag, Collection<String> named, Giving giving) {
        var wanted = Set.copyOf(named);
        var orders = named(looking.waitingIn(desk, bag), wanted);
        var ids = orders.stream().map(PickupOrder::id).toList();
        var done = ids.isEmpty() ? List.<UUID>of() : handingOver.handOverThoseLeft(desk, ids, giving);
        var codes = orders.stream()
                .filter(order -> done.contains(order.id()))
                .map(PickupOrder::code)
                .toList();
        return new Given(codes, wanted.size() - done.size());
    }

    /** Takes the named orders of the building back, all or none, and answers which. Refuses with NotHandedOver (409). */
    List<String> undo(Desk desk, String bag, Collection<String> named) {
        var orders = named(looking.building(desk, bag), Set.copyOf(named));
        handingOver.undo(desk, orders.stream().map(PickupOrder::id).toList());
        return orders.stream().map(PickupOrder::code).toList();
    }

    private static List<PickupOrder> named(List<Household> bags, Set<String> wanted) {
        return bags.stream()
                .flatMap(bag -> bag.orders().stream())
                .filter(order -> wanted.contains(order.code()))
                .toList();
    }
}
