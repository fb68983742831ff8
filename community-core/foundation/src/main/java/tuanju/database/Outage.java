package tuanju.database;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Tells whether it was the database that could not answer: away, starting, frozen, out of something, or busy for longer
 * than anybody should wait. Nobody did anything wrong, nothing was half done, and a moment later it may work.
 */
public final class Outage {

    /** SQLSTATE classes: connection, resources such as space or connections, operator's intervention, system error. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    /** Not had the lock in time; idle for too long inside a transaction; told to write on a server that only reads. */
    private static final Set<String> STATES = Set.of("55P03", "25P03", "25P04", "25006");

    private static final int DEEPEST = 20;

    private Outage() {}

    /** Whether the database's trouble is behind this, however deep. */
    public static boolean isBehind(Throwable failure) {
        return causes(failure).anyMatch(Outage::isOne);
    }

    /** The same; and when the server could not be reached, the request that met it asks for no connection again. */
    public static boolean met(Throwable failure) {
        if (causes(failure).anyMatch(Outage::isUnreachable)) {
            Visit.giveUp();
        }
        return isBehind(failure);
    }

    private static boolean isOne(Throwable cause) {
        return switch (cause) {
            case DataAccessResourceFailureException away -> true;
            case CannotCreateTransactionException away -> true;
            case QueryTimeoutException slow -> true;
            case SQLTimeoutException slow -> true;
            case SQLException sql -> isUnreachable(sql) || isState(sql.getSQLState());
            default -> false;
        };
    }

    private static boolean isUnreachable(Throwable cause) {
        return cause instanceof SQLTransientConnectionException
                || cause instanceof SQLRecoverableException
                || cause instanceof SQLException sql && (isConnection(sql.getSQLState()) || isGone(sql));
    }

    /** What the pool says of a connection that broke before, as a rollback does that hides why it was needed. */
    private static boolean isGone(SQLException sql) {
        return sql.getSQLState() == null && "Connection is closed".equals(sql.getMessage());
    }

    private static boolean isConnection(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }

    private static boolean isState(@Nullable String state) {
        return state != null
                && state.length() > 2
                && (STATES.contains(state) || CLASSES.contains(state.substring(0, 2)));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
    }
}
