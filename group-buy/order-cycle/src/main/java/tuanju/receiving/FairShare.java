package tuanju.receiving;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Gives out pieces that are too few for everybody. Nobody gets more than they asked for, nothing is left while somebody
 * goes without, and the same question has the same answer: what the rule leaves open is decided by who ordered first.
 */
final class FairShare {

    private FairShare() {}

    /** What one household asks for; the list of asks is in order of time. */
    record Ask(int pieces, boolean isInNeed) {}

    /** Pieces for each ask, in the order they came; together as many as there are, or as many as are asked for. */
    static List<Integer> of(SharePolicy policy, int usable, List<Ask> asks) {
        int[] given = new int[asks.size()];
        switch (policy) {
            case ORDER_TIME -> inTurn(usable, asks, all(asks), given);
            case EQUAL_SHARE -> equally(usable, asks, all(asks), given);
            case FEWEST_FIRST ->
                inTurn(
                        usable,
                        asks,
                        all(asks).stream()
                                .sorted(Comparator.comparing(it -> asks.get(it).pieces()))
                                .toList(),
                        given);
            case BY_NEED -> {
                int left = equally(usable, asks, inNeed(asks, true), given);
                equally(left, asks, inNeed(asks, false), given);
            }
        }
        return IntStream.of(given).boxed().toList();
    }

    /** One after the other gets all they asked for. */
    private static void inTurn(int usable, List<Ask> asks, List<Integer> turns, int[] given) {
        int left = usable;
        for (int turn : turns) {
            given[turn] = Math.min(left, asks.get(turn).pieces());
            left -= given[turn];
        }
    }

    /** Round after round everybody who still lacks something gets one piece. Returns what is left. */
    private static int equally(int usable, List<Ask> asks, List<Integer> turns, int[] given) {
        int left = usable;
        var lacking = turns;
        while (left > 0 && !lacking.isEmpty()) {
            for (int turn : lacking.subList(0, Math.min(left, lacking.size()))) {
                given[turn]++;
                left--;
            }
            lacking = lacking.stream()
                    .filter(it -> given[it] < asks.get(it).pieces())
                    .toList();
        }
        return left;
    }

    private static List<Integer> all(List<Ask> asks) {
        return IntStream.range(0, asks.size()).boxed().toList();
    }

    private static List<Integer> inNeed(List<Ask> asks, boolean need) {
        return all(asks).stream().filter(it -> asks.get(it).isInNeed() == need).toList();
    }
}
