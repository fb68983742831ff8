package tuanju.pickup;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.modulith.NamedInterface;
import tuanju.order.dues.Dues;

/**
 * Everything a cycle's paper is made from, read at one moment.
 *
 * @param drops what goes to each point, in the order of the way there
 * @param totals what the orders themselves add up to
 */
@NamedInterface("rooms")
public record CycleLists(LedCycle of, PickupSheet sheet, List<Drop> drops, BuildingTotals totals) {

    private static final int NAMED_POINTS = 3;
    private static final int POINTS_WITH_HOURS = 2;

    public CycleLists {
        drops = List.copyOf(drops);
    }

    /** The list in one arrangement; refuses with ListDoesNotReconcile (409) when it does not add up to the orders. */
    public SortedList arranged(Arrangement arrangement) {
        return totals.proven(sheet.arranged(arrangement));
    }

    /** Refuses with ListDoesNotReconcile (409) where the points together hold something else than the orders. */
    CycleLists proven() {
        totals.proven(sheet.arranged(Arrangement.BY_ROOM));
        var dropped = CheckSum.total(drops.stream().map(Drop::sum));
        if (!dropped.equals(totals.sum()) || !matrix().addsUp()) {
            throw new ListDoesNotReconcile(dropped, totals.sum(), "");
        }
        return this;
    }

    public PackMatrix matrix() {
        return PackMatrix.of(drops);
    }

    public CheckSum sum() {
        return sheet.sum();
    }

    /** Where the money of all its orders is. */
    public Dues dues() {
        return Dues.sum(drops.stream().map(Drop::dues).toList());
    }

    public Standing standing() {
        return Standing.of(drops);
    }

    /** Where it is collected and in which hours, as it stands above every list: the points of its orders by name. */
    public String place(Words words) {
        var zone = of.community().zone();
        var hours =
                drops.stream().map(drop -> words.hours(drop, zone)).distinct().toList();
        if (drops.isEmpty()) {
            var main = of.cycle().mainPoint();
            return main.place().name() + " · " + words.window(main.from(), main.until(), zone);
        }
        return hours.size() == 1
                ? together(words, NAMED_POINTS, drop -> drop.point().name()) + " · " + hours.getFirst()
                : together(words, POINTS_WITH_HOURS, drop -> drop.point().name() + " " + words.hours(drop, zone));
    }

    private String together(Words words, int most, Function<Drop, String> say) {
        var first = drops.stream().limit(most).map(say).collect(Collectors.joining(words.say("points.comma")));
        return drops.size() > most ? words.say("points.more", first, drops.size()) : first;
    }
}
