package tuanju.outbox;

import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tuanju.outbox.Publications.Announced;

/**
 * What a transaction announces: written into the outbox with one statement just before its commit, whether it is one event
 * or five hundred, so that nobody waits for its locks once for each; heard after it.
 */
@RequiredArgsConstructor
final class Announcements implements TransactionSynchronization {

    private final OutboxEvents events;
    private final List<Announced> announced = new ArrayList<>();
    private boolean written;
    private boolean over;

    /**
     * Stands in each transaction from its beginning: who came to it only when somebody announces something just before the commit
     * would be asked for nothing any more, and what is announced after it is refused.
     */
    static final class Begun implements TransactionExecutionListener {

        private final ObjectFactory<OutboxEvents> events;

        Begun(ObjectFactory<OutboxEvents> events) {
            this.events = events;
        }

        @Override
        public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
            if (failure == null && TransactionSynchronizationManager.isSynchronizationActive()) {
                ofTheTransaction(events.getObject());
            }
        }
    }

    /** Writes this with the others of the current transaction; at once where there is none. */
    static void add(OutboxEvents events, Announced one) {
        if (TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.isActualTransactionActive()) {
            ofTheTransaction(events).add(one);
        } else {
            events.add(List.of(one.row()));
            one.round().run();
        }
    }

    private static Announcements ofTheTransaction(OutboxEvents events) {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Announcements.class::isInstance)
                .map(Announcements.class::cast)
                .findFirst()
                .orElseGet(() -> begun(events));
    }

    private static Announcements begun(OutboxEvents events) {
        var begun = new Announcements(events);
        TransactionSynchronizationManager.registerSynchronization(begun);
        return begun;
    }

    private void add(Announced one) {
        if (over) {
            throw new IllegalStateException("This is announced when the transaction that it happened in is over");
        }
        announced.add(one);
        if (written) {
            events.add(List.of(one.row()));
        }
    }

    /** Last of all who act before a commit: one of them may announce something too. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        written = true;
        if (!announced.isEmpty()) {
            events.add(announced.stream().map(Announced::row).toList());
        }
    }

    @Override
    public void beforeCompletion() {
        over = true;
    }

    @Override
    public void afterCommit() {
        announced.forEach(it -> it.round().run());
    }
}
