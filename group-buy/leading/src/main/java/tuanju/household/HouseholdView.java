package tuanju.household;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.cycle.CycleCard;
import tuanju.pickup.PickupOrder;

/**
 * The table as it is drawn, with the addresses of what can be gone to from it.
 *
 * @param cycle null at the desk, where there are many
 * @param points where its households fetch
 */
record HouseholdView(@Nullable CycleCard cycle, boolean own, HouseholdsShown table, List<PickupOrder.Point> points) {

    private static final String DESK = "/lead/desk";

    HouseholdView {
        points = List.copyOf(points);
    }

    static HouseholdView of(CycleCard cycle, boolean own, List<HouseholdRow> rows, HouseholdQuery query) {
        var points = rows.stream().map(it -> it.bag().point()).distinct().toList();
        return new HouseholdView(cycle, own, HouseholdsShown.of(rows, query), points);
    }

    /** The households of a pickup day: each is opened at the desk. */
    static HouseholdView atDesk(List<HouseholdRow> rows, HouseholdQuery query) {
        return new HouseholdView(null, false, HouseholdsShown.of(rows, query), List.of());
    }

    /** The same with nobody opened: after an act on many the table is looked at. */
    public HouseholdView closedView() {
        var closed = new HouseholdsShown(
                query().opening(null), table.shown(), table.next(), table.chips(), table.found(), table.all());
        return new HouseholdView(cycle, own, closed, points);
    }

    public String path() {
        return (cycle == null ? DESK : "/lead/cycles/" + cycle.code()) + "/households";
    }

    public HouseholdQuery query() {
        return table.query();
    }

    /** This view. */
    public String here() {
        return query().at(path());
    }

    /** This view with nobody opened. */
    public String closed() {
        return query().opening(null).at(path());
    }

    public String picking(Chip chip) {
        return query().only(chip).at(path());
    }

    public String opening(HouseholdRow row) {
        return cycle == null
                ? DESK + "/bags/" + row.key()
                : query().opening(row.key()).at(path());
    }

    /** The next page; null on the last one. */
    public @Nullable String next() {
        var next = table.next();
        return next == null ? null : query().from(next).at(path());
    }

    /** The first page of this view. */
    public String first() {
        return query().from(null).at(path());
    }

    public Sort[] sorts() {
        return Sort.values();
    }

    public boolean isOpen(HouseholdRow row) {
        var open = query().opened();
        return open != null && row.holds(open.value());
    }
}
