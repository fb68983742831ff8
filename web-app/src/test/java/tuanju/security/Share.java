package tuanju.security;

/**
 * The share of a product of routes, people and values that is tried before a push. It is chosen by the route, so that it is the
 * same each time; the gate tries all, but of absurd values a larger share, and the night those too.
 */
final class Share {

    private static final String TRIED = System.getProperty("tuanju.every.value", "false");
    private static final boolean BEFORE_A_PUSH = TRIED.equals("false");

    private Share() {}

    /** Into how many parts a table falls of which one is tried. */
    static int of(int parts) {
        return of(parts, 1);
    }

    /** The same of what is too much for the gate. */
    static int of(int parts, int inTheGate) {
        if (TRIED.equals("true")) {
            return 1;
        }
        return BEFORE_A_PUSH ? parts : inTheGate;
    }

    /** Whether this part of what can be tried at something is tried; of the parts of each thing exactly one is. */
    static boolean has(Object thing, int part, int parts) {
        return !BEFORE_A_PUSH || Math.floorMod(thing.toString().hashCode(), parts) == part;
    }
}
