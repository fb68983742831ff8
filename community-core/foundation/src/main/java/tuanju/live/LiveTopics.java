package tuanju.live;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    private static final long LONGEST_MILLISECONDS = 30 * 60_000L;

    private final Map<String, Set<Stream>> streams = new ConcurrentHashMap<>();
    private final Announcer announcer;
    private final OpenStreams open;

    /** What one page hears on, and whose page it is. */
    private record Stream(SseEmitter emitter, Listener listener) {}

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
     * are open, in all, for one network address or for one member.
     */
    public SseEmitter listen(String topic, HttpServletRequest request) {
        var stream = new Stream(new SseEmitter(LONGEST_MILLISECONDS), Listener.of(request));
        open.open(stream.listener());
        streams.computeIfAbsent(topic, it -> ConcurrentHashMap.newKeySet()).add(stream);
        var emitter = stream.emitter();
        emitter.onCompletion(() -> forget(topic, stream));
        emitter.onTimeout(emitter::complete);
        emitter.onError(it -> forget(topic, stream));
        send(topic, stream, SseEmitter.event().comment("listening"));
        return emitter;
    }

    /** Hands an announcement that arrived, from this instance or another, to the pages of its topic. */
    void deliver(String topic) {
        streams.getOrDefault(topic, Set.of())
                .forEach(
                        it -> send(topic, it, SseEmitter.event().name("changed").data("")));
    }

    /** How many pages listen to this instance. */
    public int openStreams() {
        return open.count();
    }

    /** Keeps connections open through proxies and finds those whose page is gone. */
    @Scheduled(fixedRate = 20_000)
    void beat() {
        streams.forEach((topic, ofTopic) ->
                ofTopic.forEach(it -> send(topic, it, SseEmitter.event().comment(""))));
    }

    /** Open streams would hold up a stop for as long as it may take; their pages call again by themselves. */
    @EventListener(ContextClosedEvent.class)
    void hangUp() {
        streams.forEach((topic, ofTopic) -> ofTopic.forEach(it -> {
            it.emitter().complete();
            forget(topic, it);
        }));
    }

    private void send(String topic, Stream stream, SseEmitter.SseEventBuilder event) {
        try {
            stream.emitter().send(event);
        } catch (IOException | IllegalStateException gone) {
            forget(topic, stream);
        }
    }

    private void forget(String topic, Stream stream) {
        streams.computeIfPresent(topic, (it, ofTopic) -> {
            if (ofTopic.remove(stream)) {
                open.close(stream.listener());
            }
            return ofTopic.isEmpty() ? null : ofTopic;
        });
    }
}
