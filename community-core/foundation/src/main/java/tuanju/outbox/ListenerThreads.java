package tuanju.outbox;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The few threads that listeners hear in: however many events a storm brings, they leave connections for those who wait for an
 * answer. What happened to one subject is heard one after the other. What finds no place in the queue, or is in it when the
 * program ends, is in the outbox and heard later.
 */
@Component
class ListenerThreads implements SmartLifecycle {

    private static final int AT_ONCE = 4;
    private static final int WAITING = 10_000;
    private static final int WAITING_OF_ONE = 1_000;
    private static final long SECONDS_TO_FINISH = 5;

    private final Map<UUID, Queue<Runnable>> lines = new ConcurrentHashMap<>();
    private volatile ThreadPoolExecutor threads = threads();

    private static ThreadPoolExecutor threads() {
        var names = Thread.ofPlatform().name("listener-", 1).factory();
        var queue = new LinkedBlockingQueue<Runnable>(WAITING);
        return new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 0, TimeUnit.SECONDS, queue, names);
    }

    /** Hears something about a subject once everything before it about that subject was heard. */
    void hear(UUID subject, Runnable hearing) {
        var marked = LogMarks.carrying(hearing);
        lines.compute(subject, (it, line) -> {
            if (line == null) {
                return begins(subject) ? new ArrayDeque<>(List.of(marked)) : null;
            }
            if (line.size() < WAITING_OF_ONE) {
                line.add(marked);
            }
            return line;
        });
    }

    private boolean begins(UUID subject) {
        try {
            threads.execute(() -> hearAll(subject));
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    private void hearAll(UUID subject) {
        try {
            for (var next = next(subject); next != null; next = next(subject)) {
                next.run();
            }
        } catch (RuntimeException | Error failed) {
            // whoever comes next begins a line of their own; what stood in this one is in the outbox
            lines.remove(subject);
            throw failed;
        }
    }

    private @Nullable Runnable next(UUID subject) {
        var next = new AtomicReference<@Nullable Runnable>();
        lines.computeIfPresent(subject, (it, line) -> {
            next.set(line.poll());
            return next.get() == null ? null : line;
        });
        return next.get();
    }

    @Override
    public void start() {
        threads = threads();
    }

    @Override
    public void stop() {
        threads.shutdown();
        threads.getQueue().clear();
        lines.clear();
        try {
            if (!threads.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return !threads.isShutdown();
    }

    /** After the web server: requests that are let finish still have something to tell. */
    @Override
    public int getPhase() {
        return 0;
    }
}
