package tuanju.outbox;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows of events that this instance is about to have heard, for as long as somebody holds the event. An event is this very
 * object: of two that say the same each has rows of its own.
 */
final class OnTheirWay {

    private final Map<Event, Map<String, UUID>> rows = new ConcurrentHashMap<>();
    private final ReferenceQueue<Object> letGo = new ReferenceQueue<>();

    /** Remembers which row it is that this listener is about to hear. */
    void add(Object event, String listener, UUID row) {
        forgetWhatNobodyHolds();
        rows.computeIfAbsent(new Event(event, letGo), it -> new ConcurrentHashMap<>())
                .put(listener, row);
    }

    /** Which row it is; null for an event that never was in the outbox. */
    @Nullable
    UUID of(Object event, String listener) {
        return rows.getOrDefault(new Event(event, null), Map.of()).get(listener);
    }

    private void forgetWhatNobodyHolds() {
        for (Reference<?> it = letGo.poll(); it != null; it = letGo.poll()) {
            rows.remove(it);
        }
    }

    private static final class Event extends WeakReference<Object> {

        private final int hash;

        Event(Object event, @Nullable ReferenceQueue<Object> letGo) {
            super(event, letGo);
            hash = System.identityHashCode(event);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || other instanceof Event event && get() != null && get() == event.get();
        }
    }
}
