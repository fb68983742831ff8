package tuanju.delivery;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.delivery.DoorMarks.Round;
import tuanju.delivery.DoorPlan.Door;
import tuanju.desk.Bag;
import tuanju.desk.Desk;
import tuanju.desk.LookingAtDesks;
import tuanju.pickup.Household;
import tuanju.pickup.PickupOrder;
import tuanju.pickup.Walk;
import tuanju.pickup.printing.PrintedWalks;

/** Reads what is carried to which door, and what could be. */
@Component
@RequiredArgsConstructor
class RunSheets {

    private final LookingAtDesks looking;
    private final DoorMarks marks;
    private final WalkingOrder walking;
    private final PrintedWalks printed;

    /** The bags that are carried, in walking order. */
    @Transactional(readOnly = true)
    public RunSheet of(Desk desk) {
        var walked = walked(desk);
        var walk = new Walk(walked);
        var last = printed.of(Objects.requireNonNull(desk.cycle()), walk).orElse(null);
        return RunSheet.of(walk, looking.bags(desk, walked), last);
    }

    /** All bags, to choose from. */
    @Transactional(readOnly = true)
    public DoorPlan plan(Desk desk) {
        var marked = marks.of(round(desk));
        var households = looking.sheet(desk).households();
        var bags = looking.bags(desk, households).stream().collect(Collectors.toMap(Bag::key, bag -> bag));
        var doors = households.stream()
                .map(household -> door(household, Objects.requireNonNull(bags.get(household.key())), marked))
                .collect(Collectors.partitioningBy(door -> DoorWish.isIn(door.note())));
        return new DoorPlan(Objects.requireNonNull(doors.get(true)), Objects.requireNonNull(doors.get(false)));
    }

    /** The cycle this desk hands over. */
    static Round round(Desk desk) {
        return new Round(
                desk.community().id(), Objects.requireNonNull(desk.cycle()).id());
    }

    private List<Household> walked(Desk desk) {
        var marked = marks.of(round(desk));
        if (marked.isEmpty()) {
            return List.of();
        }
        var carried = looking.sheet(desk).households().stream()
                .filter(household -> isMarked(household, marked))
                .toList();
        return walking.sorted(round(desk), carried);
    }

    private static Door door(Household household, Bag bag, Set<UUID> marks) {
        boolean marked = isMarked(household, marks);
        boolean offered = marked || marks.isEmpty() && bag.waits() && DoorWish.isIn(household.notes());
        var door = household.door();
        return new Door(
                household.key(),
                String.join(".", household.orderCodes()),
                door,
                household.people(),
                household.notes(),
                bag.pieces(),
                marked,
                offered,
                bag.waits());
    }

    private static boolean isMarked(Household household, Set<UUID> marks) {
        return household.orders().stream().map(PickupOrder::id).anyMatch(marks::contains);
    }
}
