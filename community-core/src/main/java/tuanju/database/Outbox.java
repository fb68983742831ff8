package tuanju.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happened and somebody has not heard yet, for whoever runs the program. It never says who it is about. */
@Component
@RequiredArgsConstructor
public class Outbox {

    /** So often a listener may fail before somebody must look. */
    private static final int FAILING_FOR_GOOD = 5;

    private final JdbcClient jdbc;

    /** Why something is heard by nobody until somebody has looked at it. */
    public enum Reason {
        /** This program knows no such event. */
        UNKNOWN_EVENT,
        /** Nobody of that name listens any more. */
        UNKNOWN_LISTENER,
        /** What is kept of the event cannot be read. */
        UNREADABLE
    }

    /** Which part of the outbox somebody looks at. */
    public enum State {
        /** On its way, or behind something that keeps failing. */
        WAITING("set_aside is null and failures = 0"),
        /** A listener failed; it is tried again. */
        FAILING("set_aside is null and failures > 0"),
        /** Nobody tries any more. */
        SET_ASIDE("set_aside is not null");

        private final String condition;

        State(String condition) {
            this.condition = condition;
        }
    }

    /** How many there are of each. */
    public record Counts(int waiting, int failing, int setAside) {}

    /**
     * One event that one listener has not heard.
     *
     * @param subject what it is about; null where nobody could read it yet
     * @param nextTry null for what is set aside
     * @param lastError the kind of the last error, without its words
     * @param setAside null for what is still tried
     */
    public record Unheard(
            UUID id,
            String event,
            String listener,
            @Nullable UUID subject,
            Instant since,
            int failures,
            @Nullable Instant nextTry,
            @Nullable String lastError,
            @Nullable Reason setAside) {}

    public Counts counts() {
        return jdbc.sql("""
                        select count(*) filter (where %s) as waiting, count(*) filter (where %s) as failing,
                            count(*) filter (where %s) as set_aside
                        from event_publication
                        """.formatted(State.WAITING.condition, State.FAILING.condition, State.SET_ASIDE.condition))
                .query((row, number) ->
                        new Counts(row.getInt("waiting"), row.getInt("failing"), row.getInt("set_aside")))
                .single();
    }

    /** How many need somebody: set aside, or failed five times and more. */
    public int needingSomebody() {
        return jdbc.sql("select count(*) from event_publication where set_aside is not null or failures >= :many")
                .param("many", FAILING_FOR_GOOD)
                .query(Integer.class)
                .single();
    }

    /** The oldest of them. */
    public List<Unheard> first(State state, int limit) {
        return jdbc.sql("""
                        select id, event_type, listener_id, subject, publication_date, failures, due_at, last_error, set_aside
                        from event_publication where %s order by number limit :limit
                        """.formatted(state.condition))
                .param("limit", limit)
                .query(Outbox::unheard)
                .list();
    }

    /** Tries this one within seconds, also one that was set aside; answers false where it is not there any more. */
    @Transactional
    public boolean tryNow(UUID id) {
        return jdbc.sql("update event_publication set due_at = clock_timestamp(), set_aside = null where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Gives up one that was set aside; answers what it was, for the caller's audit trail, empty where there is none. */
    @Transactional
    public Optional<Unheard> drop(UUID id) {
        return jdbc.sql("""
                        delete from event_publication where id = :id and set_aside is not null
                        returning id, event_type, listener_id, subject, publication_date, failures, due_at, last_error, set_aside
                        """).param("id", id).query(Outbox::unheard).optional();
    }

    private static Unheard unheard(ResultSet row, int number) throws SQLException {
        @Nullable String reason = row.getString("set_aside");
        return new Unheard(
                row.getObject("id", UUID.class),
                row.getString("event_type"),
                row.getString("listener_id"),
                row.getObject("subject", UUID.class),
                row.getObject("publication_date", OffsetDateTime.class).toInstant(),
                row.getInt("failures"),
                reason == null ? row.getObject("due_at", OffsetDateTime.class).toInstant() : null,
                row.getString("last_error"),
                reason == null ? null : Reason.valueOf(reason));
    }
}
