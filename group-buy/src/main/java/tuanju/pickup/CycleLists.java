package tuanju.pickup;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Everything a cycle's paper is made from, read at one moment.
 *
 * @param drops what goes to each point, in the order of the way there
 * @param totals what the orders themselves add up to
 */
record CycleLists(LedCycle of, PickupSheet sheet, List<Drop> drops, BuildingTotals totals) {

    private static final int NAMED_POINTS = 3;

    CycleLists {
        drops = List.copyOf(drops);
    }

    /** The list in one arrangement; refuses with ListDoesNotReconcile (409) when it does not add up to the orders. */
    SortedList arranged(Arrangement arrangement) {
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

    PackMatrix matrix() {
        return PackMatrix.of(drops);
    }

    CheckSum sum() {
        return sheet.sum();
    }

    Standing standing() {
        return Standing.of(drops);
    }

    /** Where and when it is collected, as it stands above every list: the points of its orders by name. */
    String place(Words words) {
        var cycle = of.cycle();
        var name = drops.isEmpty() ? cycle.pickupPlace().name() : names(words);
        return name + " · "
                + words.window(
                        cycle.pickupFrom(), cycle.pickupUntil(), of.community().zone());
    }

    private String names(Words words) {
        var first = drops.stream()
                .limit(NAMED_POINTS)
                .map(drop -> drop.point().name())
                .collect(Collectors.joining(words.say("points.comma")));
        return drops.size() > NAMED_POINTS ? words.say("points.more", first, drops.size()) : first;
    }
}
