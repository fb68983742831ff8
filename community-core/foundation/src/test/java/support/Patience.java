package support;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * How long a test waits for what another thread does soon. On an idle machine it is there at once; on a busy one it is late,
 * not wrong, so only what never comes runs into this.
 */
public final class Patience {

    public static final int SECONDS = 120;

    private Patience() {}

    public static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(SECONDS)).pollInterval(Duration.ofMillis(25));
    }
}
