package tuanju.outbox;

import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction announces: written into the outbox with one statement just before its commit, whether it is one event
 * or five hundred, so that nobody waits for its locks once for each.
 */
@RequiredArgsConstructor
final class Announcements implements TransactionSynchronization {

    private final OutboxRows rows;
    private final List<OutboxRows.Row> waiting = new ArrayList<>();
    private boolean written;

    /** Writes these with the others of the current transaction; at once where there is none. */
    static void add(OutboxRows rows, List<OutboxRows.Row> announced) {
        if (TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.isActualTransactionActive()) {
            ofTheTransaction(rows).add(announced);
        } else {
            rows.add(announced);
        }
    }

    private static Announcements ofTheTransaction(OutboxRows rows) {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Announcements.class::isInstance)
                .map(Announcements.class::cast)
                .findFirst()
                .orElseGet(() -> begun(rows));
    }

    private static Announcements begun(OutboxRows rows) {
        var begun = new Announcements(rows);
        TransactionSynchronizationManager.registerSynchronization(begun);
        return begun;
    }

    private void add(List<OutboxRows.Row> announced) {
        if (written) {
            rows.add(announced);
        } else {
            waiting.addAll(announced);
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
        rows.add(waiting);
    }
}
