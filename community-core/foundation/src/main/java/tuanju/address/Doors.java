package tuanju.address;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All doors of one list, which know of each other: whether lanes must be said, and in which buildings a door without its
 * unit (单元) could be several households.
 */
public final class Doors {

    private final boolean lanesMatter;
    private final Set<Building> withUnits;

    private Doors(boolean lanesMatter, Set<Building> withUnits) {
        this.lanesMatter = lanesMatter;
        this.withUnits = withUnits;
    }

    public static Doors of(Collection<Door> doors) {
        boolean several = doors.stream()
                        .map(Door::lane)
                        .filter(lane -> !lane.isEmpty())
                        .distinct()
                        .count()
                > 1;
        var known = new Doors(several, Set.of());
        return new Doors(
                several,
                doors.stream()
                        .filter(door ->
                                !door.unit().isEmpty() && !door.building().isEmpty())
                        .map(known::told)
                        .map(Building::of)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    public boolean lanesMatter() {
        return lanesMatter;
    }

    /** The door as it is told on this list: with its lane only where there are several. */
    public Door told(Door door) {
        return lanesMatter ? door : door.withoutLane();
    }

    /** Whether its building has units and the door does not say which. */
    public boolean lacksUnit(Door door) {
        return door.unit().isEmpty() && withUnits.contains(Building.of(told(door)));
    }

    /** Whether it leads to one household only, so that its orders are one bag. */
    public boolean isOneHousehold(Door door) {
        return door.namesRoom() && !lacksUnit(door);
    }
}
