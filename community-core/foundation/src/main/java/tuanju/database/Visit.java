package tuanju.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A request from outside while its thread answers it. It gets connections of the requests' own pool, and it may hold a turn
 * at the database; a thread without a visit works in the background.
 */
public final class Visit implements AutoCloseable {

    private static final ThreadLocal<@Nullable Visit> CURRENT = new ThreadLocal<>();

    private final Turns turns;
    private final String client;
    private final AtomicBoolean holdsTurn = new AtomicBoolean();
    private volatile long since;
    private boolean gaveUp;

    Visit(Turns turns, String client) {
        this.turns = turns;
        this.client = client;
        CURRENT.set(this);
    }

    static @Nullable Visit current() {
        return CURRENT.get();
    }

    /** The database could not be reached: what this thread still has to do must not wait for it once more. */
    static void giveUp() {
        var visit = CURRENT.get();
        if (visit != null) {
            visit.gaveUp = true;
        }
    }

    /** Waits a moment for a turn at the database and says whether there was one. */
    public Admission takeTurn() {
        var admission = turns.take(client);
        if (admission == Admission.GRANTED) {
            hold();
        }
        return admission;
    }

    /** Leaves the turn to others while this thread waits for another server, which may be long. */
    static <T> T outside(Call<T> call) throws IOException {
        var visit = CURRENT.get();
        if (visit == null || !visit.giveBack()) {
            return call.run();
        }
        try {
            return call.run();
        } finally {
            if (visit.turns.takeAgain()) {
                visit.hold();
            }
        }
    }

    Connection connection(DataSource requests) throws SQLException {
        if (gaveUp) {
            throw new SQLTransientConnectionException("The database was away a moment ago", "08001");
        }
        try {
            return requests.getConnection();
        } catch (SQLException away) {
            gaveUp = true;
            throw away;
        }
    }

    long heldSinceNanos() {
        return since;
    }

    /** Whether there was a turn to give back. */
    boolean giveBack() {
        boolean held = holdsTurn.compareAndSet(true, false);
        if (held) {
            turns.back(this);
        }
        return held;
    }

    private void hold() {
        since = System.nanoTime();
        holdsTurn.set(true);
        turns.held(this);
    }

    @Override
    public void close() {
        giveBack();
        CURRENT.remove();
    }

    /** What somebody who asks for a turn is told. */
    public enum Admission {
        /** Go on. */
        GRANTED,
        /** Everybody together wants too much. */
        BUSY,
        /** This client alone wants too much. */
        GREEDY
    }

    /** A call to another server. */
    interface Call<T> {
        T run() throws IOException;
    }
}
