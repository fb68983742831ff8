package tuanju.desk;

import java.util.Comparator;
import tuanju.address.Building;
import tuanju.pickup.Household;

/**
 * A building's bags at one pickup point.
 *
 * @param point its name; empty where the desk has only one
 */
record BuildingAt(String point, Building building) implements Comparable<BuildingAt> {

    private static final Comparator<BuildingAt> ORDER =
            Comparator.comparing(BuildingAt::point).thenComparing(BuildingAt::building);

    static BuildingAt of(Household bag, boolean severalPoints) {
        return new BuildingAt(severalPoints ? bag.point().name() : "", bag.building());
    }

    @Override
    public int compareTo(BuildingAt other) {
        return ORDER.compare(this, other);
    }
}
