package tuanju.delivery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.delivery.RunSheet.Stretch;
import tuanju.desk.Bag;
import tuanju.desk.Desk;
import tuanju.desk.HandingOver;
import tuanju.desk.LeftWith;
import tuanju.desk.LookingAtDesks;
import tuanju.desk.LookingAtDesks.Choice;
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

    /** Which bags a page showed, and which of them are to be carried. */
    record Chosen(Set<String> shown, Set<String> wanted) {}

    /** Carries those wanted and no others of those shown; what does not wait any more stays as it is. */
    @Transactional
    public void choose(Desk desk, Chosen chosen) {
        var round = RunSheets.round(desk);
        // whoever ticks off at this moment is waited for
        marks.hold(round, marks.of(round));
        var shown = looking.sheet(desk).households().stream()
                .filter(household -> chosen.shown().contains(household.key()))
                .toList();
        var wanted =
                shown.stream().filter(it -> chosen.wanted().contains(it.key())).toList();
        var dropped =
                shown.stream().filter(it -> !chosen.wanted().contains(it.key())).toList();
        var removed = marks.remove(round, waiting(desk, dropped));
        changed(
                desk,
                new Changed(marks.add(round, waiting(desk, wanted), desk.attendant()), removed),
                "delivery.chosen");
    }

    /**
     * The bag was carried to its door: hands those of its orders over that are named, or else all that wait. Refuses with
     * NotOnRunSheet (404), and as the desk does: who was quicker and when (409), what was decided meanwhile.
     */
    @Transactional
    public LookingAtDesks.Chosen deliver(Desk desk, String bag, List<String> named, LeftWith left) {
        if (marks.hold(RunSheets.round(desk), ids(looking.household(desk, bag))).isEmpty()) {
            throw new NotOnRunSheet();
        }
        var chosen = looking.choose(desk, bag, new Choice(false, named));
        handingOver.handOver(desk, chosen.ids(), left);
        return chosen;
    }

    /** It was not after all. Refuses with NotOnRunSheet (404), and with NotHandedOver (409). */
    @Transactional
    public LookingAtDesks.Chosen undo(Desk desk, String bag, List<String> named) {
        if (marks.hold(RunSheets.round(desk), ids(looking.household(desk, bag))).isEmpty()) {
            throw new NotOnRunSheet();
        }
        var chosen = looking.choose(desk, bag, new Choice(true, named));
        handingOver.undo(desk, chosen.ids());
        return chosen;
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
