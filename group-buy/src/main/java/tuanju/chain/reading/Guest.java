package tuanju.chain.reading;

import java.util.Locale;

/**
 * Who a line is about, as far as it says; empty where it does not.
 *
 * @param phone eleven digits
 */
public record Guest(String name, String building, String room, String phone) {

    static final Guest NOBODY = new Guest("", "", "", "");

    public String door() {
        return room.isEmpty() ? building : building.isEmpty() ? room : building + "-" + room;
    }

    boolean isNamed() {
        return !name.isEmpty();
    }

    Guest called(String other) {
        return new Guest(other, building, room, phone);
    }

    /** What this line leaves open is taken from somebody known. */
    Guest or(Guest known) {
        return new Guest(
                name.isEmpty() ? known.name : name,
                building.isEmpty() && room.isEmpty() ? known.building : building,
                building.isEmpty() && room.isEmpty() ? known.room : room,
                phone.isEmpty() ? known.phone : phone);
    }

    /** Whether both can be the same person: the same name, and no two different doors. */
    public boolean canBe(Guest other) {
        boolean sameDoor = building.equals(other.building) && room.equals(other.room);
        return key().equals(other.key())
                && (sameDoor || door().isEmpty() || other.door().isEmpty());
    }

    String key() {
        return Traditional.simplified(name).replaceAll("[\\s@的家]+", "").toLowerCase(Locale.ROOT);
    }
}
