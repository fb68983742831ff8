package tuanju.upkeep;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;

/** Reads one part by itself and once at a time, however many ask: whoever looks while it hangs waits for the same answer. */
@Slf4j
class Reading<T> {

    private static final Executor THREADS = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("reading-", 1).daemon().factory());

    private final String name;
    private final Supplier<T> source;
    private @Nullable CompletableFuture<T> running;

    Reading(String name, Supplier<T> source) {
        this.name = name;
        this.source = source;
    }

    /** Begins to read, unless it is being read already. */
    void begin() {
        answer();
    }

    private synchronized CompletableFuture<T> answer() {
        var now = running;
        if (now == null || now.isDone()) {
            now = CompletableFuture.supplyAsync(source, THREADS);
            running = now;
        }
        return now;
    }

    /** What was read, or silence when it failed or takes longer than this. */
    Part<T> within(Duration patience) {
        try {
            return new Part<>(answer().get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException slow) {
            return Part.silent();
        } catch (ExecutionException failed) {
            log.warn("How the program is, part {}: {}", name, String.valueOf(failed.getCause()));
            return Part.silent();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Part.silent();
        }
    }
}
