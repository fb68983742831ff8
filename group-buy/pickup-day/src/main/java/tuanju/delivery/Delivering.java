package tuanju.delivery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.NotFound;
import tuanju.delivery.RunSheet.Stretch;
import tuanju.desk.Bag;
import tuanju.desk.Desk;
import tuanju.desk.LeftWith;
import tuanju.desk.LookingAtDesks;
import tuanju.desk.LookingAtDesks.Choice;
import tuanju.desk.handover.Giving;
import tuanju.desk.handover.HandingOver;
import tuanju.live.LiveTopics;
import tuanju.pickup.Household;
import tuanju.pickup.PickupOrder;

/** Chooses which bags are carried to their doors, ticks them off on the way, and takes that back. */
@Component
@RequiredArgsConstructor
class Delivering {

    private final DoorMarks marks;
    private final WalkingOrder walking;
    private final RunSheets sheets;
    private final LookingAtDesks looking;
    private final HandingOver handingOver;
    private final TellingDoors telling;
    private final AuditTrail audit;
    private final LiveTopics live;

    /**
     * Puts the bag with this order on the run sheet; once is enough. Refuses with NothingToCarry (409) what does not wait,
     * NotFound what is not at this desk.
     */
    @Transactional
    public void mark(Desk desk, String order) {
        var bag = looking.household(desk, order);
        var waiting = waiting(desk, List.of(bag));
        if (waiting.isEmpty()) {
            throw new NothingToCarry();
        }
        var added = marks.add(RunSheets.round(desk), waiting, desk.attendant());
        changed(desk, new Changed(added, List.of()), "delivery.marked");
    }

    /** Takes it off the run sheet again; once is enough. Refuses as mark does, but what was decided about goes. */
    @Transactional
    public void unmark(Desk desk, String order) {
        var bag = looking.household(desk, order);
        marks.hold(RunSheets.round(desk), ids(bag));
        if (looking.household(desk, order).collected()) {
            throw new NothingToCarry();
        }
        var removed = marks.remove(RunSheets.round(desk), ids(bag));
        var told = waiting(desk, List.of(looking.household(desk, order)));
        changed(desk, new Changed(List.of(), removed), "delivery.unmarked", told);
    }

    /** Which bags a page showed, and which of them are to be carried: each by the codes of its orders, joined by dots. */
    record Chosen(Set<String> shown, Set<String> wanted) {

        private static boolean isAmong(Household household, Set<String> bags) {
            return bags.stream().flatMap(Chosen::orders).anyMatch(household.orderCodes()::contains);
        }

        private static Stream<String> orders(String bag) {
            return Arrays.stream(bag.split("\\."));
        }
    }

    /**
     * Carries those wanted and no others of those shown; what does not wait any more stays as it is. A bag is the same while
     * one of the orders it was named by is in it. Answers how many of those wanted are not there any more, or do not wait.
     */
    @Transactional
    public int choose(Desk desk, Chosen chosen) {
        var round = RunSheets.round(desk);
        // whoever ticks off at this moment is waited for
        marks.hold(round, marks.of(round));
        var shown = looking.sheet(desk).households().stream()
                .filter(household -> Chosen.isAmong(household, chosen.shown()))
                .toList();
        var wanted = shown.stream()
                .filter(household -> Chosen.isAmong(household, chosen.wanted()))
                .toList();
        var dropped = shown.stream()
                .filter(household -> !Chosen.isAmong(household, chosen.wanted()))
                .toList();
        var carried = waiting(desk, wanted);
        var removed = marks.remove(round, waiting(desk, dropped));
        changed(desk, new Changed(marks.add(round, carried, desk.attendant()), removed), "delivery.chosen");
        var there = wanted.stream()
                .filter(household -> ids(household).stream().anyMatch(carried::contains))
                .flatMap(household -> household.orderCodes().stream())
                .collect(Collectors.toSet());
        return (int) chosen.wanted().stream()
                .filter(bag -> !bag.isEmpty() && Chosen.orders(bag).noneMatch(there::contains))
                .count();
    }

    /**
     * A bag as the page showed it.
     *
     * @param named its orders then; all that wait when none is named
     * @param seenAt the pickup point it was fetched from then; null where nobody looked
     */
    record Seen(String bag, List<String> named, @Nullable UUID seenAt) {

        static Seen now(String bag) {
            return new Seen(bag, List.of(), null);
        }
    }

    /**
     * The bag was carried to its door: hands those of its orders over that are named, or else all that wait. Refuses with
     * NotOnRunSheet (404) what is not carried any more or not behind this door, and as the desk does: who was quicker and
     * when, what goes to another point now, what was decided meanwhile, what is not this day's (409).
     */
    @Transactional
    public LookingAtDesks.Chosen deliver(Desk desk, Seen seen, LeftWith left) {
        return deliver(desk, seen, left, false);
    }

    /** The same for who was asked about what is not this day's, or is not here, and said yes. */
    @Transactional
    public LookingAtDesks.Chosen deliver(Desk desk, Seen seen, LeftWith left, boolean isSure) {
        var chosen = carried(desk, seen, false);
        handingOver.handOver(desk, chosen.ids(), new Giving(left, seen.seenAt(), isSure));
        return chosen;
    }

    /** It was not after all. Refuses with NotOnRunSheet (404), and with NotHandedOver (409). */
    @Transactional
    public LookingAtDesks.Chosen undo(Desk desk, Seen seen) {
        var chosen = carried(desk, seen, true);
        handingOver.undo(desk, chosen.ids());
        return chosen;
    }

    private LookingAtDesks.Chosen carried(Desk desk, Seen seen, boolean collected) {
        try {
            var bag = looking.household(desk, seen.bag());
            if (marks.hold(RunSheets.round(desk), ids(bag)).isEmpty()) {
                throw new NotOnRunSheet();
            }
            return looking.choose(desk, seen.bag(), new Choice(collected, seen.named()));
        } catch (NotFound gone) {
            throw new NotOnRunSheet();
        }
    }

    /** Walks this building one earlier or one later; at the end of the way nothing changes. */
    @Transactional
    public void move(Desk desk, String building, boolean earlier) {
        walking.hold(RunSheets.round(desk));
        var buildings = new ArrayList<>(
                sheets.of(desk).buildings().stream().map(Stretch::building).toList());
        int from = buildings.indexOf(building);
        int to = earlier ? from - 1 : from + 1;
        if (from < 0 || to < 0 || to >= buildings.size()) {
            return;
        }
        Collections.swap(buildings, from, to);
        walking.keep(RunSheets.round(desk), buildings);
        live.changed(desk.topic());
    }

    /** Walks the buildings in this sequence, those not named after them. */
    @Transactional
    public void walk(Desk desk, List<String> buildings) {
        walking.hold(RunSheets.round(desk));
        walking.keep(RunSheets.round(desk), buildings.stream().distinct().toList());
        live.changed(desk.topic());
    }

    /** Orders that are carried now, and those that are not any more. */
    private record Changed(List<UUID> added, List<UUID> removed) {}

    private void changed(Desk desk, Changed marks, String act) {
        changed(desk, marks, act, marks.removed());
    }

    /** Who has their goods already, or will not get them, is not asked to come. */
    private void changed(Desk desk, Changed marks, String act, List<UUID> waiting) {
        if (marks.added().isEmpty() && marks.removed().isEmpty()) {
            return;
        }
        var counts = "+" + marks.added().size() + " -" + marks.removed().size();
        audit.record(
                desk.attendant().value(),
                act,
                "cycle " + Objects.requireNonNull(desk.cycle()).code(),
                counts);
        telling.carried(desk.community().id(), marks.added());
        telling.collect(
                desk.community().id(),
                marks.removed().stream().filter(waiting::contains).toList());
        live.changed(desk.topic());
    }

    /** Their orders that still wait: what is fetched or decided about is not carried. */
    private List<UUID> waiting(Desk desk, List<Household> households) {
        if (households.isEmpty()) {
            return List.of();
        }
        var codes = looking.bags(desk, households).stream()
                .flatMap(bag -> bag.orders().stream())
                .filter(Bag.Part::waits)
                .map(Bag.Part::code)
                .collect(Collectors.toSet());
        return households.stream()
                .flatMap(household -> household.orders().stream())
                .filter(order -> codes.contains(order.code()))
                .map(PickupOrder::id)
                .toList();
    }

    private static List<UUID> ids(Household household) {
        return household.orders().stream().map(PickupOrder::id).toList();
    }
}
