package tuanju.invariant;

import java.time.Duration;
import java.util.Objects;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks one claim's question in a transaction of its own that can change nothing and gives up in time. */
@Component
class InvariantReading {

    private static final Duration FOR_THE_ANSWER = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final JdbcOperations connections;
    private final TransactionTemplate transaction;

    InvariantReading(JdbcClient jdbc, JdbcOperations connections, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.connections = connections;
        transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    InvariantFinding of(Invariant invariant, Duration patience) {
        return Objects.requireNonNull(transaction.execute(status -> {
            waitFor(patience);
            return InvariantFinding.of(invariant, jdbc);
        }));
    }

    /** Both sides give up: the server ends the statement, and the connection is not cut before the server did. */
    private void waitFor(Duration patience) {
        jdbc.sql("select set_config('statement_timeout', ?, true)")
                .param(Long.toString(patience.toMillis()))
                .query(String.class)
                .single();
        connections.execute((ConnectionCallback<Boolean>) connection -> {
            connection.setNetworkTimeout(
                    Runnable::run, Math.toIntExact(patience.plus(FOR_THE_ANSWER).toMillis()));
            return true;
        });
    }
}
