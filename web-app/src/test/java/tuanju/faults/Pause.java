package tuanju.faults;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** How long a fault lasts, or somebody waits before asking again; never a wait for something to have happened. */
final class Pause {

    private Pause() {}

    static void of(Duration duration) {
        for (long end = System.nanoTime() + duration.toNanos(), left; (left = end - System.nanoTime()) > 0; ) {
            LockSupport.parkNanos(left);
        }
    }
}
