package tuanju.outbox;

import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.context.ApplicationEvent;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalApplicationListener;
import org.springframework.util.ClassUtils;
import tools.jackson.core.JacksonException;
import tuanju.outbox.Outbox.Reason;

/**
 * Has listeners hear what they failed to hear, and what nobody went round with before the program ended, each row by itself: one
 * that cannot be read is set aside and holds up nobody.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class HearingAgain {

    private static final int AT_ONCE = 200;

    private final OutboxEvents events;
    private final OutboxRows rows;
    private final Listeners listeners;
    private final Rounds rounds;
    private final StoredJson stored;

    /** One look at everything that is due, once the program has started. */
    void look() {
        if (!listeners.areComplete()) {
            return;
        }
        rows.withoutSubject(AT_ONCE)
                .forEach(each(row -> read(row).ifPresent(it -> rows.isAbout(row.id(), it.subject()))));
        events.due(AT_ONCE).forEach(each(this::goOn));
        rows.due(AT_ONCE)
                .forEach(each(row ->
                        read(row).ifPresent(it -> rounds.begin(row.id(), it.subject(), it.event(), it.listener()))));
    }

    /** One that fails is left until it is due again; unless the database is away, for all the others. */
    private static <R> Consumer<R> each(Consumer<R> act) {
        return row -> {
            try {
                act.accept(row);
            } catch (DataAccessResourceFailureException away) {
                throw away;
            } catch (RuntimeException failed) {
                log.warn(
                        "An event is looked at again later: {}",
                        failed.getClass().getName());
            }
        };
    }

    /**
     * Whoever cannot hear it gets a row of their own, which is looked at next and says why. So does who comes first: perhaps it was
     * they who never came to an end, and those behind them are to hear it nevertheless.
     */
    private void goOn(OutboxEvents.Row row) {
        var round = new ArrayList<TransactionalApplicationListener<ApplicationEvent>>();
        var event = event(row.event());
        events.apart(row.id(), row.unheard().getFirst());
        for (var name : row.unheard().subList(1, row.unheard().size())) {
            event.flatMap(it -> listeners.named(name, it.getClass()))
                    .ifPresentOrElse(round::add, () -> events.apart(row.id(), name));
        }
        event.ifPresent(it -> rounds.begin(new Rounds.Round(row.id(), row.subject(), it, round)));
    }

    private Optional<Object> event(OutboxRows.Kept kept) {
        try {
            return Optional.of(stored.read(kept.json(), ClassUtils.forName(kept.type(), null)));
        } catch (ClassNotFoundException | LinkageError | JacksonException | NullPointerException unreadable) {
            return Optional.empty();
        }
    }

    /** An event, what it is about and who is to hear it. */
    private record Read(TransactionalApplicationListener<ApplicationEvent> listener, Object event, UUID subject) {}

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
