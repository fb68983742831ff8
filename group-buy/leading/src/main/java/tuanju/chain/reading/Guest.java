package tuanju.chain.reading;

import java.util.Locale;
import tuanju.address.Door;

/**
 * Who a line is about, as far as it says; empty where it does not.
 *
 * @param phone eleven digits
 */
public record Guest(String name, Door door, String phone) {

    static final Guest NOBODY = new Guest("", Door.UNKNOWN, "");

    boolean isNamed() {
        return !name.isEmpty();
    }

    Guest called(String other) {
        return new Guest(other, door, phone);
    }

    /** What this line leaves open is taken from somebody known. */
    Guest or(Guest known) {
        return new Guest(
                name.isEmpty() ? known.name : name,
                door.canBe(known.door) ? door.or(known.door) : door,
                phone.isEmpty() ? known.phone : phone);
    }

    /** Whether both can be the same person: the same name, and no two different doors. */
    public boolean canBe(Guest other) {
        return key().equals(other.key()) && door.canBe(other.door);
    }

    String key() {
        return Traditional.simplified(name).replaceAll("[\\s@的家]+", "").toLowerCase(Locale.ROOT);
    }
}
