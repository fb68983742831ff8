package tuanju.cycle;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The timeline of a cycle: what is done, what is now, what comes. */
final class CycleSteps {

    /**
     * One step.
     *
     * @param key its words are {@code cycle.step.<key>}
     * @param state done, now or next, as the style sheet calls it
     * @param until the end of a span; null for a moment
     */
    record Step(
            String key, String state, Instant at, @Nullable Instant until) {}

    private CycleSteps() {}

    static List<Step> of(CycleCard cycle) {
        int now = cycle.status().ordinal();
        return List.of(
                new Step("opens", state(now, CycleStatus.OPEN), cycle.opens(), null),
                new Step("cutOff", state(now, CycleStatus.CLOSED), cycle.cutOff(), null),
                new Step("pickup", state(now, CycleStatus.ARRIVED), cycle.pickupFrom(), cycle.pickupUntil()),
                new Step("done", state(now, CycleStatus.DONE), cycle.pickupUntil(), null));
    }

    private static String state(int now, CycleStatus step) {
        return step.ordinal() < now ? "done" : step.ordinal() == now ? "now" : "next";
    }
}
