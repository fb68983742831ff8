package tuanju.security;

/**
 * The share of a product of routes, people and values that is tried before a push. It is chosen by the route, so that it is the
 * same each time; the gate tries all.
 */
final class Share {

    private static final boolean ALL = Boolean.getBoolean("tuanju.every.value");

    private Share() {}

    /** Into how many parts a table falls of which one is tried. */
    static int of(int parts) {
        return ALL ? 1 : parts;
    }

    /** Whether this part of what can be tried at something is tried; of the parts of each thing exactly one is. */
    static boolean has(Object thing, int part, int parts) {
        return ALL || Math.floorMod(thing.toString().hashCode(), parts) == part;
    }
}
