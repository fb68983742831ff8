package tuanju.upkeep;

import java.util.List;
import tuanju.outbox.Outbox.Counts;
import tuanju.outbox.StuckEvents.StuckKind;

/**
 * What happened and somebody has not heard yet.
 *
 * @param needing how many of it need somebody: set aside, or failed again and again
 * @param kinds what is stuck, all of it, what still fails first
 */
record Unsent(Counts counts, int needing, List<StuckKind> kinds) {

    private static final String HOUSE = "tuanju.";

    Unsent {
        kinds = List.copyOf(kinds);
    }

    /** "order.OrderPaid". */
    public static String event(StuckKind kind) {
        return ours(kind.event());
    }

    /** "insight.Recording.on": where to look in the log and in the source. */
    public static String listener(StuckKind kind) {
        int arguments = kind.listener().indexOf('(');
        return ours(arguments < 0 ? kind.listener() : kind.listener().substring(0, arguments));
    }

    private static String ours(String name) {
        return name.startsWith(HOUSE) ? name.substring(HOUSE.length()) : name;
    }
}
