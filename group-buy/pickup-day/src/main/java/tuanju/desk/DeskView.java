package tuanju.desk;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.modulith.NamedInterface;
import tuanju.pickup.PickupSheet;

/**
 * A desk on a phone: what is left and what is done, by building.
 *
 * @param others bags that are asked about before they leave: of another day, or not here
 */
@NamedInterface("rooms")
public record DeskView(
        String path, String community, Progress progress, List<InBuilding> buildings, List<Others> others) {

    /** Bags that wait and are not this desk's day's, and why not. */
    public record Others(Doubt.Why why, List<Bag> bags) {}

    /**
     * How far it is.
     *
     * @param of bags that were handed over or wait
     * @param decided bags nobody came for that were given away or returned: they neither wait nor count as done
     */
    public record Progress(int done, int of, int decided) {
        public boolean complete() {
            return done == of;
        }

        private Progress plus(Progress other) {
            return new Progress(done + other.done, of + other.of, decided + other.decided);
        }

        static Progress of(List<Bag> bags) {
            int decided =
                    (int) bags.stream().filter(bag -> bag.decided() != null).count();
            int done = (int) bags.stream().filter(Bag::collected).count();
            return new Progress(done, bags.size() - decided, decided);
        }
    }

    /**
     * A building with its bags: those that wait, those handed over, those given away or returned.
     *
     * @param at the pickup point they wait at; empty where the desk has only one
     */
    public record InBuilding(
            String label, String at, Progress progress, List<Bag> waiting, List<Bag> done, List<Bag> decided) {

        static InBuilding of(BuildingAt where, List<Bag> bags) {
            return new InBuilding(
                    where.building().label(),
                    where.point(),
                    Progress.of(bags),
                    bags.stream().filter(Bag::waits).toList(),
                    bags.stream().filter(Bag::collected).toList(),
                    bags.stream().filter(bag -> bag.decided() != null).toList());
        }
    }

    static DeskView of(Desk desk, PickupSheet sheet, HandoverWords words) {
        boolean several = sheet.isAtSeveralPoints();
        var buildings = sheet.households().stream()
                .filter(bag ->
                        bag.orders().stream().noneMatch(order -> words.doubts().containsKey(order.id())))
                .collect(Collectors.groupingBy(bag -> BuildingAt.of(bag, several), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(held -> InBuilding.of(
                        held.getKey(),
                        held.getValue().stream().map(bag -> Bag.of(bag, words)).toList()))
                .toList();
        var all = buildings.stream().map(InBuilding::progress).reduce(new Progress(0, 0, 0), Progress::plus);
        return new DeskView(desk.path(), desk.community().name(), all, buildings, others(sheet, words));
    }

    private static List<Others> others(PickupSheet sheet, HandoverWords words) {
        return sheet.households().stream()
                .map(bag -> Bag.of(bag, words))
                .filter(bag -> !bag.doubts().isEmpty())
                .collect(Collectors.groupingBy(bag -> bag.doubts().getFirst().why(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(held -> new Others(held.getKey(), held.getValue()))
                .toList();
    }
}
