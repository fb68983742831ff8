package tuanju.cycle.steering;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleStatus;

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

    static List<Step> of(CycleCard cycle, Instant at) {
        var steps = new ArrayList<Step>();
        boolean isSoon = cycle.status() == CycleStatus.OPEN && at.isBefore(cycle.opens());
        int now = isSoon ? 0 : reached(cycle.status());
        steps.add(new Step("opens", state(now, 0), cycle.opens(), null));
        steps.add(new Step("cutOff", state(now, 1), cycle.cutOff(), null));
        var fillUntil = cycle.terms().boxfillUntil();
        if (fillUntil != null) {
            steps.add(new Step("boxfill", state(now, 2), cycle.cutOff(), fillUntil));
        }
        if (cycle.status() == CycleStatus.LAPSED) {
            steps.add(new Step("lapsed", "now", cycle.cutOff(), null));
            return steps;
        }
        steps.add(new Step("pickup", state(now, 4), cycle.pickupFrom(), cycle.pickupUntil()));
        steps.add(new Step("done", state(now, 5), cycle.pickupUntil(), null));
        return steps;
    }

    /** How far along the steps a status is; the step it stands before is now. */
    private static int reached(CycleStatus status) {
        return switch (status) {
            case DRAFT -> 0;
            case OPEN -> 1;
            case BOXFILL -> 2;
            case CLOSED, ORDERED, ARRIVED, HANDING_OVER -> 4;
            case DONE, LAPSED -> 6;
        };
    }

    private static String state(int now, int step) {
        return step < now ? "done" : step == now ? "now" : "next";
    }
}
