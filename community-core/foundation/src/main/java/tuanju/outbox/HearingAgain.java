package tuanju.outbox;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalApplicationListener;
import org.springframework.util.ClassUtils;
import tools.jackson.core.JacksonException;
import tuanju.outbox.Outbox.Reason;

/**
 * Has listeners hear what they failed to hear, and what nobody got round to before the program ended, each row by itself: one
 * that cannot be read is set aside and holds up nobody.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class HearingAgain {

    private static final int AT_ONCE = 200;

    private final OutboxRows rows;
    private final Listeners listeners;
    private final Publications publications;
    private final StoredJson stored;

    /** One look at everything that is due, once the program has started. */
    void look() {
        if (!listeners.areComplete()) {
            return;
        }
        rows.withoutSubject(AT_ONCE).forEach(row -> read(row).ifPresent(it -> rows.isAbout(row.id(), it.subject())));
        rows.due(AT_ONCE).forEach(row -> read(row).ifPresent(it -> hear(row, it)));
    }

    /** An event, what it is about and who is to hear it. */
    private record Read(TransactionalApplicationListener<ApplicationEvent> listener, Object event, UUID subject) {}

    private void hear(OutboxRows.Row row, Read read) {
        publications.onItsWay(read.event(), row.listener(), row.id());
        read.listener().processEvent(new PayloadApplicationEvent<>(this, read.event()));
    }

    /** Empty where it cannot be read or heard: then its row is set aside. */
    private Optional<Read> read(OutboxRows.Row row) {
        try {
            var type = ClassUtils.forName(row.event().type(), null);
            var listener = listeners.named(row.listener(), type);
            if (listener.isEmpty()) {
                return setAside(row, Reason.UNKNOWN_LISTENER);
            }
            var event = Objects.requireNonNull(stored.read(row.event().json(), type));
            return Optional.of(new Read(listener.get(), event, event instanceof Happened it ? it.subject() : row.id()));
        } catch (ClassNotFoundException | LinkageError unknown) {
            return setAside(row, Reason.UNKNOWN_EVENT);
        } catch (JacksonException | NullPointerException unreadable) {
            // the second where something is missing that it cannot be without
            return setAside(row, Reason.UNREADABLE);
        }
    }

    /** Said without the words of an error: they may name people. */
    private Optional<Read> setAside(OutboxRows.Row row, Reason reason) {
        log.error("Event {} for {} is set aside: {}", row.id(), row.listener(), reason);
        rows.setAside(row.id(), reason);
        return Optional.empty();
    }
}
