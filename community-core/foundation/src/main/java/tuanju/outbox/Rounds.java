package tuanju.outbox;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.context.ApplicationEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalApplicationListener;

/** Goes with an event from one listener to the next; each hears it in a transaction of its own, and one that fails stops no other. */
@Slf4j
@Component
@RequiredArgsConstructor
class Rounds {

    private final OutboxEvents events;
    private final OutboxRows rows;
    private final ListenerThreads threads;

    /** An event and those who have not heard it, in their order. */
    record Round(
            UUID id, UUID subject, Object event, List<TransactionalApplicationListener<ApplicationEvent>> listeners) {}

    /** Where it is kept that a listener has not heard an event. */
    private interface Place {

        /** Takes it out in the caller's transaction; answers false where it is not to be heard now. */
        boolean take();

        /** The listener did not get through it, by an error of this kind. */
        void failed(String error);
    }

    /** Begins once what happened before to the same subject has been heard. */
    void begin(Round round) {
        threads.hear(
                round.subject(),
                () -> round.listeners().stream()
                        .takeWhile(it -> threads.isRunning())
                        .forEach(it -> hear(it, round.event(), placeIn(round, it.getListenerId()))));
    }

    /** What one listener has a row of its own for. */
    void begin(UUID row, UUID subject, Object event, TransactionalApplicationListener<ApplicationEvent> listener) {
        threads.hear(subject, () -> hear(listener, event, ownPlace(row)));
    }

    private void hear(TransactionalApplicationListener<ApplicationEvent> listener, Object event, Place place) {
        try {
            Hearing.by(listener, event, place::take);
        } catch (RuntimeException | Error why) {
            failed(listener.getListenerId(), place, why);
        }
    }

    private static void failed(String listener, Place place, Throwable why) {
        log.warn("{} tries again after {} at {}", listener, why.getClass().getName(), where(why));
        try {
            place.failed(why.getClass().getName());
        } catch (RuntimeException e) {
            log.warn(
                    "{} tries again in half a minute: {}",
                    listener,
                    e.getClass().getName());
        }
    }

    /** Where in this program it failed. What the error itself says may name people and is not for the log. */
    private static String where(Throwable why) {
        return Arrays.stream(why.getStackTrace())
                .filter(it -> it.getClassName().startsWith("tuanju."))
                .map(StackTraceElement::toString)
                .findFirst()
                .orElse("commit");
    }

    private Place placeIn(Round round, String listener) {
        return new Place() {
            @Override
            public boolean take() {
                return events.take(round.id(), listener);
            }

            @Override
            public void failed(String error) {
                events.failed(round.id(), listener, error);
            }
        };
    }

    private Place ownPlace(UUID row) {
        return new Place() {
            @Override
            public boolean take() {
                return rows.take(row);
            }

            @Override
            public void failed(String error) {
                rows.failed(row, error);
            }
        };
    }
}
