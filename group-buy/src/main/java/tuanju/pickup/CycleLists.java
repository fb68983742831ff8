package tuanju.pickup;

import java.util.List;

/**
 * Everything a cycle's paper is made from, read at one moment.
 *
 * @param drops what goes to each point, in the order of the way there
 * @param totals what the orders themselves add up to
 */
record CycleLists(LedCycle of, PickupSheet sheet, List<Drop> drops, BuildingTotals totals) {

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

    /** Where and when it is collected, as it stands above every list; several points are counted. */
    String place(Words words) {
        var cycle = of.cycle();
        var name = drops.size() > 1
                ? words.say("points", drops.size())
                : drops.isEmpty()
                        ? cycle.pickupPlace().name()
                        : drops.getFirst().point().name();
        var zone = of.community().zone();
        return name + " · " + words.window(cycle.pickupFrom(), cycle.pickupUntil(), zone);
    }
}
