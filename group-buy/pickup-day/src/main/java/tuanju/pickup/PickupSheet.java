package tuanju.pickup;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tuanju.address.Building;
import tuanju.address.Door;
import tuanju.address.Doors;
import tuanju.address.NaturalOrder;
import tuanju.order.dues.Dues;
import tuanju.pickup.SortedList.Entry;
import tuanju.pickup.SortedList.Group;
import tuanju.pickup.SortedList.Heading;
import tuanju.pickup.SortedList.Section;

/** The one read model behind every list, label and desk: households in walking order, built from order snapshots only. */
public record PickupSheet(List<Household> households, Doors doors) {

    public PickupSheet {
        households = List.copyOf(households);
    }

    public static PickupSheet of(Collection<PickupOrder> orders) {
        var doors = Doors.of(orders.stream().map(PickupOrder::door).toList());
        var bags = orders.stream()
                .sorted(Comparator.comparing(PickupOrder::code))
                .collect(Collectors.groupingBy(
                        order -> BagKey.of(order.point().id(), order.door(), order.person(), doors),
                        LinkedHashMap::new,
                        Collectors.toList()));
        var households = bags.entrySet().stream()
                .map(bag -> new Household(bag.getKey().door(), bag.getValue()))
                .sorted()
                .toList();
        return new PickupSheet(households, doors);
    }

    /** The building of this sheet that a lane and number as written in an order belong to. */
    Building building(String lane, String number) {
        return Building.of(doors.told(new Door(lane, number, "", "")));
    }

    public CheckSum sum() {
        return CheckSum.total(households.stream().map(Household::sum));
    }

    /** Where the money of all its bags is. */
    public Dues dues() {
        return Dues.sum(households.stream().map(Household::dues).toList());
    }

    /** The households of each building, both in walking order. */
    public SequencedMap<Building, List<Household>> byBuilding() {
        return households.stream()
                .collect(Collectors.groupingBy(Household::building, LinkedHashMap::new, Collectors.toList()));
    }

    /** The household with this order, by the order's code. */
    public Optional<Household> household(String orderCode) {
        return households.stream()
                .filter(household -> household.holds(orderCode))
                .findFirst();
    }

    /** Only what goes into one building, named by its label. */
    public PickupSheet only(String buildingLabel) {
        var kept = households.stream()
                .filter(household -> household.building().label().equals(buildingLabel))
                .toList();
        return new PickupSheet(kept, doors);
    }

    public SortedList arranged(Arrangement arrangement) {
        return switch (arrangement) {
            case BY_ROOM ->
                list(
                        arrangement,
                        entries(),
                        PickupSheet::building,
                        entry -> new Heading.OfHousehold(entry.household()));
            case BY_PRODUCT ->
                list(arrangement, pointByPoint(entriesByProduct()), PickupSheet::product, PickupSheet::building);
            case BY_BUILDING ->
                list(
                        arrangement,
                        pointByPoint(entriesByProduct()
                                .sorted(Comparator.comparing(
                                        (Entry entry) -> entry.household().building()))),
                        PickupSheet::building,
                        PickupSheet::product);
        };
    }

    private Stream<Entry> entries() {
        return households.stream()
                .flatMap(household -> household.orders().stream()
                        .flatMap(order -> order.lines().stream().map(line -> new Entry(household, order, line))));
    }

    /** Stable, so that households stay in walking order within each product. */
    private Stream<Entry> entriesByProduct() {
        return entries()
                .sorted(Comparator.comparing((Entry entry) -> entry.line().title(), ProductOrder.BY_SOUND));
    }

    /** What goes to one point is sorted out before what goes to the next; a stable sort keeps the rest. */
    private static Stream<Entry> pointByPoint(Stream<Entry> entries) {
        return entries.sorted(
                Comparator.comparing((Entry entry) -> entry.order().point().name(), NaturalOrder.OF_DOORS)
                        .thenComparing(entry -> entry.order().point().id()));
    }

    private static Heading building(Entry entry) {
        return new Heading.OfBuilding(entry.household().building());
    }

    private static Heading product(Entry entry) {
        return new Heading.OfProduct(entry.line().title());
    }

    private SortedList list(
            Arrangement arrangement,
            Stream<Entry> entries,
            Function<Entry, Heading> section,
            Function<Entry, Heading> group) {
        boolean apart = arrangement != Arrangement.BY_ROOM && isAtSeveralPoints();
        var sections = grouped(entries.toList(), entry -> Spot.of(entry, apart, section)).entrySet().stream()
                .map(held -> new Section(held.getKey().name(), held.getKey().heading(), groups(held.getValue(), group)))
                .toList();
        return new SortedList(arrangement, sections);
    }

    /** What a section is about, and where its goods wait; two points may have one name. */
    private record Spot(String name, UUID point, Heading heading) {

        private static final UUID ANYWHERE = new UUID(0, 0);

        static Spot of(Entry entry, boolean apart, Function<Entry, Heading> heading) {
            var point = entry.order().point();
            return apart
                    ? new Spot(point.name(), point.id(), heading.apply(entry))
                    : new Spot("", ANYWHERE, heading.apply(entry));
        }
    }

    private static List<Group> groups(List<Entry> entries, Function<Entry, Heading> group) {
        return grouped(entries, group).entrySet().stream()
                .map(held -> new Group(held.getKey(), held.getValue()))
                .toList();
    }

    private static <K> Map<K, List<Entry>> grouped(List<Entry> entries, Function<Entry, K> by) {
        return entries.stream().collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
    }

    /** Whether its bags wait at more than one pickup point, so that each must say at which. */
    public boolean isAtSeveralPoints() {
        return households.stream()
                        .map(household -> household.point().id())
                        .distinct()
                        .count()
                > 1;
    }
}
