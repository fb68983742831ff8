package tuanju.address;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a community before an address is read. It never fills a gap: it only decides between readings, and
 * the flag says so.
 *
 * @param lane the lane all its buildings stand in, if there is one
 * @param buildings building numbers that other addresses name beyond doubt
 * @param withUnits those of them whose doors have units
 */
public record Neighbourhood(@Nullable String lane, Set<String> buildings, Set<String> withUnits) {

    public static final Neighbourhood UNKNOWN = new Neighbourhood(null, Set.of(), Set.of());

    public Neighbourhood {
        buildings = Set.copyOf(buildings);
        withUnits = Set.copyOf(withUnits);
    }

    /** The neighbourhood at this place, such as 上海市闵行区紫龙路500弄. */
    public static Neighbourhood at(String place) {
        return new Neighbourhood(DoorReader.in(UNKNOWN).read(place).lane(), Set.of(), Set.of());
    }

    public Neighbourhood withBuildings(Set<String> known) {
        return new Neighbourhood(lane, known, withUnits);
    }

    /** The same with what these doors, read beyond doubt, tell of it. */
    public Neighbourhood knowing(Collection<Door> doors) {
        var named = doors.stream().filter(door -> !door.building().isEmpty()).toList();
        return new Neighbourhood(
                lane,
                named.stream().map(Door::building).collect(Collectors.toSet()),
                named.stream()
                        .filter(door -> !door.unit().isEmpty())
                        .map(Door::building)
                        .collect(Collectors.toSet()));
    }

    boolean hasUnits(String building) {
        return withUnits.contains(building);
    }

    boolean isLane(String number) {
        return number.equals(lane);
    }
}
