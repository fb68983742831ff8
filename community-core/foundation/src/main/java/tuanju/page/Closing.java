package tuanju.page;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The end of the program as people at the door see it: whoever is inside gets an answer, whoever comes now is asked to come
 * again. Without it, a wish that arrives on a connection kept open would be done and its answer cut off: the web server
 * closes all connections as soon as it finds nobody inside.
 */
@Component
class Closing implements SmartLifecycle {

    /** Longer than any request may take at the database; who takes longer reads slowly. */
    private static final Duration LONGEST = Duration.ofSeconds(12);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final AtomicInteger inside = new AtomicInteger();
    private volatile boolean closed;

    /** Whether this request may come in; if so, it {@linkplain #leave() leaves} too. */
    boolean enter() {
        // counted before looking: who closes after our look sees us inside
        inside.incrementAndGet();
        if (closed) {
            leave();
            return false;
        }
        return true;
    }

    void leave() {
        inside.decrementAndGet();
    }

    @Override
    public void start() {
        closed = false;
    }

    /** Answers when the last one inside has had their answer. */
    @Override
    public void stop() {
        closed = true;
        long end = System.nanoTime() + LONGEST.toNanos();
        while (inside.get() > 0 && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    @Override
    public boolean isRunning() {
        return !closed;
    }

    /** Before the web server is told. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 1;
    }
}
