package tuanju.outbox;

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
import tuanju.outbox.Outbox.Reason;
import tuanju.outbox.Outbox.Unheard;

/**
 * What listeners failed to hear or nobody can read, by kind: the same event for the same listener, stuck for the same reason.
 * Somebody helps all of a kind at once, however many they are; what is being heard at that moment is left alone.
 */
@Component
@RequiredArgsConstructor
public class StuckEvents {

    private static final String KIND = "md5(concat_ws(' ', event_type, listener_id, set_aside))::uuid";
    private static final String STUCK = "(failures > 0 or set_aside is not null)";

    private final JdbcClient jdbc;

    /**
     * How many of one kind are stuck.
     *
     * @param id names the kind in an address; what is set aside is another kind than what fails
     * @param many all of them, not only those somebody looks at
     * @param mostFailures of the one that failed most often
     * @param lastTried unknown for what failed before this was written down
     * @param nextTry the earliest; null for what is set aside
     * @param setAside null for what is still tried
     */
    public record StuckKind(
            UUID id,
            String event,
            String listener,
            int many,
            int mostFailures,
            Instant since,
            @Nullable Instant lastTried,
            @Nullable Instant nextTry,
            @Nullable String lastError,
            @Nullable Reason setAside) {}

    /** All kinds, with one statement: what still fails first, then the most of a kind. */
    public List<StuckKind> kinds() {
        return kinds("true", null);
    }

    /** One kind; empty where nothing of it is stuck any more. */
    public Optional<StuckKind> kind(UUID kind) {
        return kinds(KIND + " = :kind", kind).stream().findFirst();
    }

    private List<StuckKind> kinds(String condition, @Nullable UUID kind) {
        return jdbc.sql("""
                        select %s as id, event_type, listener_id, set_aside, count(*) as many, max(failures) as failures,
                            min(publication_date) as since, max(tried_at) as tried_at, min(due_at) as due_at,
                            (array_agg(last_error order by tried_at desc nulls last, number desc))[1] as last_error
                        from event_publication where %s and %s
                        group by event_type, listener_id, set_aside
                        order by set_aside nulls first, count(*) desc, event_type, listener_id
                        """.formatted(KIND, STUCK, condition))
                .param("kind", kind)
                .query(StuckEvents::kind)
                .list();
    }

    /**
     * Those of a kind, the oldest first.
     *
     * @param after the number of the last one that was seen, 0 for the first page
     */
    public List<Unheard> of(UUID kind, long after, int limit) {
        return jdbc.sql("""
                        select number, id, event_type, listener_id, subject, publication_date, failures, due_at, tried_at,
                            last_error, set_aside
                        from event_publication where %s and %s = :kind and number > :after
                        order by number limit :limit
                        """.formatted(STUCK, KIND))
                .param("kind", kind)
                .param("after", after)
                .param("limit", limit)
                .query(Outbox::unheard)
                .list();
    }

    /** Tries all of a kind within seconds, also what was set aside; answers how many. */
    @Transactional
    public int tryNow(UUID kind) {
        return change(kind, "true", "update event_publication set " + Outbox.DUE_NOW);
    }

    /** Takes all of a kind that keeps failing out of the way of what happened later; answers how many. */
    @Transactional
    public int setAside(UUID kind) {
        return change(kind, "set_aside is null", "update event_publication set set_aside = 'BY_HAND'");
    }

    /** Gives up all of a kind that was set aside; answers how many. */
    @Transactional
    public int drop(UUID kind) {
        return change(kind, "set_aside is not null", "delete from event_publication");
    }

    private int change(UUID kind, String condition, String what) {
        return jdbc.sql("""
                        with stuck as (
                            select id as stuck_id from event_publication where %s and %s = :kind and %s
                            order by number for update skip locked)
                        %s where id in (select stuck_id from stuck)
                        """.formatted(STUCK, KIND, condition, what))
                .param("kind", kind)
                .update();
    }

    private static StuckKind kind(ResultSet row, int number) throws SQLException {
        @Nullable String reason = row.getString("set_aside");
        return new StuckKind(
                row.getObject("id", UUID.class),
                row.getString("event_type"),
                row.getString("listener_id"),
                row.getInt("many"),
                row.getInt("failures"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                Outbox.instant(row, "tried_at"),
                reason == null ? Outbox.instant(row, "due_at") : null,
                row.getString("last_error"),
                reason == null ? null : Reason.valueOf(reason));
    }
}
