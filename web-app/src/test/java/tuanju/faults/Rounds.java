package tuanju.faults;

import java.time.Duration;
import java.util.Random;

/** How often and how long: briefly in the gate; with {@code tuanju.fault.counts=long} as often as the table of faults says. */
final class Rounds {

    /** So many people at once. */
    static final int PEOPLE = Integer.getInteger("tuanju.fault.people", 8);

    private static final boolean LONG = "long".equals(System.getProperty("tuanju.fault.counts"));
    private static final Random SEEDS = new Random(Long.getLong("tuanju.fault.seed", System.nanoTime()));

    private Rounds() {}

    static int times(int gate, int longRun) {
        return LONG ? longRun : gate;
    }

    static Duration lasting(Duration gate, Duration longRun) {
        return LONG ? longRun : gate;
    }

    static long seed() {
        return SEEDS.nextInt(Integer.MAX_VALUE);
    }
}
