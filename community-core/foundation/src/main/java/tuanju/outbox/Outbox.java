package tuanju.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
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

    /** Nobody has begun with it, and somebody soon will. */
    static final String DUE_NOW = "due_at = clock_timestamp(), begun_at = null, set_aside = null";

    private final JdbcClient jdbc;

    /** Why something is heard by nobody until somebody has looked at it. */
    public enum Reason {
        /** This program knows no such event. */
        UNKNOWN_EVENT,
        /** Nobody of that name listens any more. */
        UNKNOWN_LISTENER,
        /** What is kept of the event cannot be read. */
        UNREADABLE,
        /** It kept failing, and somebody took it out of the way. */
        BY_HAND
    }

    /**
     * How many there are of each.
     *
     * @param waiting on their way, or behind something that keeps failing
     * @param failing a listener failed at them; they are tried again
     * @param setAside nobody tries them any more
     */
    public record Counts(int waiting, int failing, int setAside) {}

    /**
     * One event that one listener has not heard.
     *
     * @param number its place among all that ever happened
     * @param subject what it is about; null where nobody could read it yet
     * @param lastTried null where it was not tried since, or before this was written down
     * @param nextTry null for what is set aside
     * @param lastError the kind of the last error, without its words
     * @param setAside null for what is still tried
     */
    public record Unheard(
            long number,
            UUID id,
            String event,
            String listener,
            @Nullable UUID subject,
            Instant since,
            int failures,
            @Nullable Instant lastTried,
            @Nullable Instant nextTry,
            @Nullable String lastError,
            @Nullable Reason setAside) {}

    public Counts counts() {
        return jdbc.sql("""
                        select count(*) filter (where set_aside is null and failures = 0)
                                + (select coalesce(sum(cardinality(unheard)), 0) from outbox_event) as waiting,
                            count(*) filter (where set_aside is null and failures > 0) as failing,
                            count(set_aside) as set_aside
                        from event_publication
                        """)
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

    /** Tries this one within seconds, also one that was set aside; answers false where it is not there any more. */
    @Transactional
    public boolean tryNow(UUID id) {
        return jdbc.sql("update event_publication set %s where id = :id".formatted(DUE_NOW))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Gives up one that was set aside; answers what it was, for the caller's audit trail, empty where there is none. */
    @Transactional
    public Optional<Unheard> drop(UUID id) {
        return jdbc.sql("""
                        delete from event_publication where id = :id and set_aside is not null
                        returning number, id, event_type, listener_id, subject, publication_date, failures, due_at,
                            tried_at, last_error, set_aside
                        """).param("id", id).query(Outbox::unheard).optional();
    }

    static Unheard unheard(ResultSet row, int number) throws SQLException {
        @Nullable String reason = row.getString("set_aside");
        return new Unheard(
                row.getLong("number"),
                row.getObject("id", UUID.class),
                row.getString("event_type"),
                row.getString("listener_id"),
                row.getObject("subject", UUID.class),
                row.getObject("publication_date", OffsetDateTime.class).toInstant(),
                row.getInt("failures"),
                instant(row, "tried_at"),
                reason == null ? instant(row, "due_at") : null,
                row.getString("last_error"),
                reason == null ? null : Reason.valueOf(reason));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
