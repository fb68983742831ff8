package tuanju.payment.providers;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Component;
import tuanju.outbox.LogMarks;

/** Talks to providers about several things at once, but not about too many: one slow answer holds up no other. */
@Slf4j
@Component
public class InParallel {

    private static final int AT_ONCE = 4;

    private final ExecutorService talks = Executors.newFixedThreadPool(AT_ONCE, threads("provider-"));
    private final ExecutorService rounds = Executors.newCachedThreadPool(threads("provider-round-"));

    private static ThreadFactory threads(String name) {
        return Thread.ofPlatform().name(name, 1).daemon().factory();
    }

    /** Does it for each and waits for all; what fails for one is logged and changes nothing for the others. */
    public <T> void forEach(List<T> things, Consumer<T> act) {
        var running = things.stream()
                .map(it -> CompletableFuture.runAsync(LogMarks.carrying(() -> tryOne(it, act)), talks))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(running).join();
    }

    /** Begins a round that will talk about several things; answers at once. */
    public void start(Runnable act) {
        rounds.execute(LogMarks.carrying(act));
    }

    private <T> void tryOne(T thing, Consumer<T> act) {
        try {
            act.accept(thing);
        } catch (RuntimeException e) {
            log.error("Left for the next time: {}", thing, e);
        }
    }

    @PreDestroy
    void stop() {
        rounds.shutdownNow();
        talks.shutdownNow();
    }
}
