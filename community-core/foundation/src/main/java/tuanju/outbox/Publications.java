package tuanju.outbox;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalApplicationListener;
import tuanju.database.Ids;

/** Keeps what happened, one row for each event however many listen, until everybody who listens has heard it. */
@Component
@RequiredArgsConstructor
class Publications {

    private final OutboxEvents events;
    private final StoredJson stored;
    private final Rounds rounds;

    /** An event of the current transaction: how it is kept, and what begins once that is committed. */
    record Announced(OutboxEvents.Row row, Runnable round) {}

    /** Keeps it in the current transaction and has it heard after the commit. */
    void keep(Object event, List<TransactionalApplicationListener<ApplicationEvent>> listeners) {
        var id = Ids.next();
        UUID subject = event instanceof Happened it ? it.subject() : id;
        var names = listeners.stream()
                .map(TransactionalApplicationListener::getListenerId)
                .toList();
        var kept = new OutboxRows.Kept(event.getClass().getName(), stored.write(event));
        Announcements.add(
                events,
                new Announced(
                        new OutboxEvents.Row(id, subject, kept, names),
                        () -> rounds.begin(new Rounds.Round(id, subject, event, listeners))));
    }
}
