package tuanju.desk;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.member.Members;
import tuanju.pickup.Household;
import tuanju.pickup.PickupOrder;
import tuanju.pickup.PickupSheet;
import tuanju.pickup.PickupSheets;

/** Shows desks and bags: what waits, what was handed over, by whom and when. */
@Component
@RequiredArgsConstructor
public class LookingAtDesks {

    private final PickupSheets sheets;
    private final Handovers handovers;
    private final HandoverParts parts;
    private final DecidedBags decided;
    private final Doubts doubts;
    private final Members members;

    @Transactional(readOnly = true)
    public DeskView look(Desk desk) {
        var sheet = sheet(desk);
        return DeskView.of(desk, sheet, words(desk, orders(sheet.households().stream())));
    }

    /** The bag with this order at this desk. Refuses with NotFound. */
    @Transactional(readOnly = true)
    public Bag bag(Desk desk, String orderCode) {
        var household = household(desk, orderCode);
        return Bag.of(household, words(desk, orders(Stream.of(household))));
    }

    /**
     * The orders of this bag that are named, or else all that wait (or were handed over), or else all: an act that comes
     * too late is told so. Refuses with NotFound an order that is not in the bag.
     */
    @Transactional(readOnly = true)
    public Chosen choose(Desk desk, String orderCode, Choice choice) {
        var bag = household(desk, orderCode);
        if (!bag.orderCodes().containsAll(choice.named())) {
            throw new NotFound();
        }
        var waiting = waiting(desk, bag.orders());
        var chosen = bag.orders().stream()
                .filter(order -> choice.named().isEmpty()
                        ? choice.collected() ? order.collected() : waiting.contains(order.id())
                        : choice.named().contains(order.code()))
                .toList();
        return new Chosen(bag.door(), chosen.isEmpty() ? bag.orders() : chosen);
    }

    /** Which orders of a bag: those named, or else those in this state. */
    public record Choice(boolean collected, List<String> named) {}

    /** Orders of one bag, and whose. */
    public record Chosen(String door, List<PickupOrder> orders) {
        public List<UUID> ids() {
            return orders.stream().map(PickupOrder::id).toList();
        }
    }

    /** What may be handed over at this desk, and what was; what is asked about first is a bag apart. */
    public PickupSheet sheet(Desk desk) {
        var community = desk.community().id();
        var cycle = desk.cycle();
        var all = cycle == null ? sheets.atPointsOf(community, desk.owner()) : sheets.ofCycle(community, cycle.id());
        return new PickupSheet(doubts.apart(desk, all.households()), all.doors());
    }

    /** Of these bags those that are of this desk's day and here. */
    public List<Household> today(Desk desk, List<Household> bags) {
        var doubted = doubts.about(desk, orders(bags.stream())).keySet();
        return bags.stream()
                .filter(bag -> bag.orders().stream().noneMatch(order -> doubted.contains(order.id())))
                .toList();
    }

    /** The household with this order at this desk. Refuses with NotFound. */
    @Transactional(readOnly = true)
    public Household household(Desk desk, String orderCode) {
        var community = desk.community().id();
        var cycle = desk.cycle();
        var found = cycle == null
                ? sheets.householdAtPointsOf(community, desk.owner(), orderCode)
                : sheets.householdOf(community, cycle.id(), orderCode);
        var bag = found.orElseThrow(NotFound::new);
        return doubts.apart(desk, List.of(bag)).stream()
                .filter(it -> it.holds(orderCode))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** All bags of this desk in walking order: what waits, what was handed over, what was decided. */
    @Transactional(readOnly = true)
    public List<Bag> bags(Desk desk) {
        return bags(desk, sheet(desk).households());
    }

    /** These households' bags, in this sequence. */
    @Transactional(readOnly = true)
    public List<Bag> bags(Desk desk, List<Household> households) {
        var words = words(desk, orders(households.stream()));
        return households.stream().map(household -> Bag.of(household, words)).toList();
    }

    /** Those of these orders that still wait. */
    private Set<UUID> waiting(Desk desk, List<PickupOrder> orders) {
        var open = orders.stream()
                .filter(order -> !order.collected())
                .map(PickupOrder::id)
                .collect(Collectors.toCollection(HashSet::new));
        open.removeAll(decided.among(desk.community().id(), open).keySet());
        return open;
    }

    /** What waits today of the building that this bag goes into. Refuses with NotFound. */
    @Transactional(readOnly = true)
    public List<Household> waitingIn(Desk desk, String orderCode) {
        var building = today(desk, building(desk, orderCode));
        var waiting = waiting(desk, orders(building.stream()));
        return building.stream()
                .map(bag -> new Household(
                        bag.at(),
                        bag.orders().stream()
                                .filter(order -> waiting.contains(order.id()))
                                .toList()))
                .filter(bag -> !bag.orders().isEmpty())
                .toList();
    }

    /** All households of the building that this bag goes into. Refuses with NotFound. */
    @Transactional(readOnly = true)
    public List<Household> building(Desk desk, String orderCode) {
        var sheet = sheet(desk);
        var building = sheet.household(orderCode).orElseThrow(NotFound::new).building();
        return sheet.households().stream()
                .filter(household -> household.building().equals(building))
                .toList();
    }

    public static List<PickupOrder> orders(Stream<Household> households) {
        return households.flatMap(household -> household.orders().stream()).toList();
    }

    public HandoverWords words(Desk desk, List<PickupOrder> orders) {
        var collected = orders.stream()
                .filter(PickupOrder::collected)
                .map(PickupOrder::id)
                .toList();
        var notes = handovers.of(desk.community().id(), collected);
        var all = orders.stream().map(PickupOrder::id).toList();
        var earlier = parts.of(desk.community().id(), all);
        var decisions = decided.among(desk.community().id(), all);
        var staff = members.cards(Stream.of(
                        notes.values().stream().map(HandoverNote::by),
                        earlier.values().stream().flatMap(List::stream).map(PartNote::by),
                        decisions.values().stream().map(BagDecision::by))
                .flatMap(Function.identity())
                .collect(Collectors.toSet()));
        return new HandoverWords(
                notes,
                earlier,
                decisions,
                doubts.about(desk, orders),
                staff,
                desk.community().zone());
    }
}
