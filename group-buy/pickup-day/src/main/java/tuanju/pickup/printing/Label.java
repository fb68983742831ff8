package tuanju.pickup.printing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tuanju.address.Building;
import tuanju.pickup.Drop;
import tuanju.pickup.Household;
import tuanju.pickup.PickupLine;
import tuanju.pickup.PickupSheet;

/**
 * What is stuck on a bag or on one piece.
 *
 * @param point where the bag goes; empty where all go to one
 * @param inBuilding the n-th of this building's m bags (or pieces)
 * @param overall the n-th of all bags (or pieces) on the sheet
 * @param part a long bag needs several labels, and a household's pieces are counted: the n-th of those
 */
public record Label(
        String point,
        Household household,
        String pickupCode,
        List<PickupLine> items,
        Place inBuilding,
        Place overall,
        Place part) {

    /** So many lines stay readable on 70 × 50 mm; more continue on another label rather than being left out. */
    static final int ITEMS_PER_LABEL = 5;

    public Label {
        items = List.copyOf(items);
    }

    /** The n-th of m. */
    public record Place(int nth, int of) {}

    /** One label per household; a long bag gets several that count as one. */
    public static List<Label> perHousehold(PickupSheet sheet) {
        var bags = sheet.households().stream()
                .map(household -> new Bag(household, List.of(household.lines())))
                .toList();
        return count(bags).stream().flatMap(Label::split).toList();
    }

    /** One label per piece: a line of three pieces gets three. */
    public static List<Label> perPiece(PickupSheet sheet) {
        var bags = sheet.households().stream()
                .map(household -> new Bag(household, pieces(household)))
                .toList();
        return count(bags);
    }

    /** The same for several points, each counted for itself. */
    public static List<Label> perHousehold(Collection<Drop> drops) {
        return each(drops, Label::perHousehold);
    }

    static List<Label> perPiece(Collection<Drop> drops) {
        return each(drops, Label::perPiece);
    }

    private static List<Label> each(Collection<Drop> drops, Function<PickupSheet, List<Label>> labels) {
        boolean several = drops.size() > 1;
        return drops.stream()
                .flatMap(drop -> labels.apply(drop.sheet()).stream()
                        .map(label -> several ? label.at(drop.point().name()) : label))
                .toList();
    }

    private Label at(String where) {
        return new Label(where, household, pickupCode, items, inBuilding, overall, part);
    }

    /** What is in the bag: 西柚 ×2、荔枝 ×1. */
    public String contents() {
        return items.stream().map(item -> item.said() + " ×" + item.quantity()).collect(Collectors.joining("、"));
    }

    private record Bag(Household household, List<List<PickupLine>> pieces) {}

    private static List<List<PickupLine>> pieces(Household household) {
        return household.lines().stream()
                .flatMap(line -> Stream.generate(() -> List.of(line)).limit(line.quantity()))
                .toList();
    }

    private static List<Label> count(List<Bag> bags) {
        var perBuilding = bags.stream()
                .collect(Collectors.groupingBy(
                        bag -> bag.household().building(),
                        Collectors.summingInt(bag -> bag.pieces().size())));
        int all = perBuilding.values().stream().mapToInt(Integer::intValue).sum();
        var reached = new HashMap<Building, Integer>();
        var labels = new ArrayList<Label>(all);
        for (var bag : bags) {
            for (int piece = 0; piece < bag.pieces().size(); piece++) {
                var building = bag.household().building();
                var inBuilding = new Place(reached.merge(building, 1, Integer::sum), of(perBuilding, building));
                labels.add(label(bag, piece, inBuilding, new Place(labels.size() + 1, all)));
            }
        }
        return labels;
    }

    private static int of(Map<Building, Integer> perBuilding, Building building) {
        return perBuilding.getOrDefault(building, 0);
    }

    private static Label label(Bag bag, int piece, Place inBuilding, Place overall) {
        var items = bag.pieces().get(piece);
        var part = new Place(piece + 1, bag.pieces().size());
        return new Label("", bag.household(), codeOf(bag.household(), items), items, inBuilding, overall, part);
    }

    /** The code of the order these items belong to; for a whole bag that of its first order, which opens the bag too. */
    private static String codeOf(Household household, List<PickupLine> items) {
        return household.orders().stream()
                .filter(order -> order.lines().contains(items.getFirst()))
                .findFirst()
                .orElseGet(() -> household.orders().getFirst())
                .pickupCode();
    }

    private static Stream<Label> split(Label whole) {
        int parts = Math.ceilDiv(whole.items.size(), ITEMS_PER_LABEL);
        return IntStream.range(0, parts).mapToObj(part -> {
            var items = whole.items.subList(
                    part * ITEMS_PER_LABEL, Math.min(whole.items.size(), (part + 1) * ITEMS_PER_LABEL));
            return new Label(
                    whole.point,
                    whole.household,
                    whole.pickupCode,
                    items,
                    whole.inBuilding,
                    whole.overall,
                    new Place(part + 1, parts));
        });
    }
}
