package tuanju.upkeep;

import java.util.List;
import tuanju.database.Outbox.Counts;
import tuanju.database.Outbox.Unheard;

/**
 * What happened and somebody has not heard yet.
 *
 * @param needing how many of it need somebody: set aside, or failed again and again
 * @param setAside the oldest first, not all of them
 * @param failing the oldest first, not all of them
 */
record Unsent(Counts counts, int needing, List<Unheard> setAside, List<Unheard> failing) {

    private static final String HOUSE = "tuanju.";

    Unsent {
        setAside = List.copyOf(setAside);
        failing = List.copyOf(failing);
    }

    /** "order.OrderPaid". */
    public String event(Unheard one) {
        return ours(one.event());
    }

    /** "insight.Recording.on": where to look in the log and in the source. */
    public String listener(Unheard one) {
        int arguments = one.listener().indexOf('(');
        return ours(arguments < 0 ? one.listener() : one.listener().substring(0, arguments));
    }

    private static String ours(String name) {
        return name.startsWith(HOUSE) ? name.substring(HOUSE.length()) : name;
    }
}
