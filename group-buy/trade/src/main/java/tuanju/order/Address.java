package tuanju.order;

import tuanju.address.Door;

/**
 * Where a recipient lives, as far as it is known; empty texts where it is not.
 *
 * @param text the address as it was typed
 * @param origin where the door was read from: "profile", "columns", "text", "note", "by-hand"
 */
public record Address(String text, Door door, String origin) {

    public static final Address NONE = new Address("", Door.UNKNOWN, "");

    /** A door that somebody put in. */
    public static Address of(Door door, String origin) {
        return new Address("", door, door.saysNothing() ? "" : origin);
    }
}
