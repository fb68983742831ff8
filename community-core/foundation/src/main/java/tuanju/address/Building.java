package tuanju.address;

import java.util.Comparator;

/**
 * A building (楼号) on a list. An unknown one comes first, so that nobody overlooks it.
 *
 * @param lane the lane (弄), only where the list spans several; otherwise empty
 * @param number the bare number as on the wall: 86; empty when nobody could read it
 */
public record Building(String lane, String number) implements Comparable<Building> {

    private static final Comparator<Building> ORDER = Comparator.comparing(Building::known)
            .thenComparing(Building::lane, NaturalOrder.OF_DOORS)
            .thenComparing(Building::number, NaturalOrder.OF_DOORS);

    public Building {
        lane = Door.bare(lane);
        number = Door.bare(number);
    }

    /** The one this door is in. */
    public static Building of(Door door) {
        return new Building(door.lane(), door.building());
    }

    public boolean known() {
        return !number.isEmpty();
    }

    /** As it is called: 86, or 500弄 86 where lanes matter; empty when unknown. */
    public String label() {
        if (!known()) {
            return "";
        }
        return lane.isEmpty() ? number : lane + "弄 " + number;
    }

    @Override
    public int compareTo(Building other) {
        return ORDER.compare(this, other);
    }
}
