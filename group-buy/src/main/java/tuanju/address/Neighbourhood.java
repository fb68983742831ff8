package tuanju.address;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a community before an address is read. It never fills a gap: it only decides between readings, and
 * the flag says so.
 *
 * @param lane the lane all its buildings stand in, if there is one
 * @param buildings building numbers that other addresses name beyond doubt
 */
public record Neighbourhood(@Nullable String lane, Set<String> buildings) {

    public static final Neighbourhood UNKNOWN = new Neighbourhood(null, Set.of());

    public Neighbourhood {
        buildings = Set.copyOf(buildings);
    }

    /** The neighbourhood at this place, such as 上海市闵行区紫龙路500弄. */
    public static Neighbourhood at(String place) {
        return new Neighbourhood(DoorReader.in(UNKNOWN).read(place).lane(), Set.of());
    }

    public Neighbourhood withBuildings(Set<String> known) {
        return new Neighbourhood(lane, known);
    }

    boolean isLane(String number) {
        return number.equals(lane);
    }
}
