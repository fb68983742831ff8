package tuanju.live;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Topics that open pages listen to. */
@Component
@RequiredArgsConstructor
public class LiveTopics {

    private static final int MOST_OPEN = 5_000;
    private static final long LONGEST_MILLISECONDS = 30 * 60_000L;

    private final Map<String, Set<SseEmitter>> listeners = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final Announcer announcer;

    /**
     * Tells every page listening to this topic, on every instance, to look again: after the current transaction
     * commits, at once when there is none. Repeats within 200 ms are sent once.
     */
    public void changed(String topic) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            announcer.announce(topic);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                announcer.announce(topic);
            }
        });
    }

    /**
     * Opens a stream of "changed" events for this topic, with a heartbeat every 20 s. Refuses with 429 when too many
     * are open.
     */
    public SseEmitter listen(String topic) {
        if (open.incrementAndGet() > MOST_OPEN) {
            open.decrementAndGet();
            throw new TooManyListeners();
        }
        var emitter = new SseEmitter(LONGEST_MILLISECONDS);
        listeners.computeIfAbsent(topic, it -> ConcurrentHashMap.newKeySet()).add(emitter);
        emitter.onCompletion(() -> forget(topic, emitter));
        emitter.onTimeout(emitter::complete);
        emitter.onError(it -> forget(topic, emitter));
        send(topic, emitter, SseEmitter.event().comment("listening"));
        return emitter;
    }

    /** Hands an announcement that arrived, from this instance or another, to the pages of its topic. */
    void deliver(String topic) {
        listeners
                .getOrDefault(topic, Set.of())
                .forEach(
                        it -> send(topic, it, SseEmitter.event().name("changed").data("")));
    }

    int openStreams() {
        return open.get();
    }

    /** Keeps connections open through proxies and finds those whose page is gone. */
    @Scheduled(fixedRate = 20_000)
    void beat() {
        listeners.forEach((topic, emitters) ->
                emitters.forEach(it -> send(topic, it, SseEmitter.event().comment(""))));
    }

    /** Open streams would hold up a stop for as long as it may take; their pages call again by themselves. */
    @EventListener(ContextClosedEvent.class)
    void hangUp() {
        listeners.forEach((topic, emitters) -> emitters.forEach(it -> {
            it.complete();
            forget(topic, it);
        }));
    }

    private void send(String topic, SseEmitter emitter, SseEmitter.SseEventBuilder event) {
        try {
            emitter.send(event);
        } catch (IOException | IllegalStateException gone) {
            forget(topic, emitter);
        }
    }

    private void forget(String topic, SseEmitter emitter) {
        listeners.computeIfPresent(topic, (it, emitters) -> {
            if (emitters.remove(emitter)) {
                open.decrementAndGet();
            }
            return emitters.isEmpty() ? null : emitters;
        });
    }
}
