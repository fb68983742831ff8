package tuanju.delivery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tuanju.desk.Bag;
import tuanju.pickup.CheckSum;
import tuanju.pickup.Walk;
import tuanju.pickup.printing.PrintedWalks.Printed;

/**
 * The bags of a cycle that are carried to their doors, in walking order.
 *
 * @param version equal on two sheets, or papers, that say the same in the same sequence
 * @param printed the last one that was printed and whether it still holds; null when none was
 */
record RunSheet(
        String version,
        CheckSum checkSum,
        Progress progress,
        List<Stretch> buildings,
        @Nullable Printed printed) {

    /**
     * How far the walk is.
     *
     * @param of bags that were delivered or wait; what was given away or returned is neither
     */
    record Progress(int done, int of) {

        static Progress of(List<Bag> bags) {
            int done = (int) bags.stream().filter(Bag::collected).count();
            return new Progress(
                    done, done + (int) bags.stream().filter(Bag::waits).count());
        }

        public int left() {
            return of - done;
        }

        public boolean complete() {
            return done == of;
        }
    }

    /** One building of the walk, and whether it can go up or down in it. */
    record Stretch(String building, Progress progress, boolean first, boolean last, List<Bag> doors) {}

    static RunSheet of(Walk walk, List<Bag> bags, @Nullable Printed printed) {
        var buildings =
                bags.stream().collect(Collectors.groupingBy(Bag::building, LinkedHashMap::new, Collectors.toList()));
        var first = buildings.isEmpty() ? "" : buildings.firstEntry().getKey();
        var last = buildings.isEmpty() ? "" : buildings.lastEntry().getKey();
        var stretches = buildings.entrySet().stream()
                .map(held -> new Stretch(
                        held.getKey(),
                        Progress.of(held.getValue()),
                        held.getKey().equals(first),
                        held.getKey().equals(last),
                        held.getValue()))
                .toList();
        return new RunSheet(walk.version(), walk.sum(), Progress.of(bags), stretches, printed);
    }

    public boolean isEmpty() {
        return buildings.isEmpty();
    }

    /** Whether its bags are fetched from more than one pickup point, so that each must say from which. */
    public boolean isFromSeveralPoints() {
        return buildings.stream()
                        .flatMap(stretch -> stretch.doors().stream())
                        .map(bag -> bag.point().id())
                        .distinct()
                        .count()
                > 1;
    }

    /** All its bags, by the code of one order each. */
    List<String> orders() {
        return buildings.stream()
                .flatMap(stretch -> stretch.doors().stream())
                .map(Bag::key)
                .toList();
    }
}
