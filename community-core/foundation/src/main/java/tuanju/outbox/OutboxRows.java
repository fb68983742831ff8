package tuanju.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of what single listeners failed to hear, or wait to hear; every call joins the caller's transaction, if there is
 * one. What is heard as soon as it happened never stands here but in {@link OutboxEvents}.
 */
@Component
@RequiredArgsConstructor
class OutboxRows {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Between two tries of what keeps failing. */
    static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** What is said of a hearing that began and came to no end: its program was killed, or it waits in line for long. */
    private static final String CUT_OFF = "cut off";

    private static final String PAUSE = "least(:longest, power(2, least(failures, 12)))";

    private static final String HEARER = "coalesce(substring(%1$s from '^([^(]*)\\.[^.(]+\\('), %1$s)";

    /** Whether the class that listens as {@code :listener} has nothing earlier to hear about the subject of {@code p}. */
    static final String NOTHING_EARLIER = nothingEarlierFor(HEARER.formatted(":listener"));

    private static final String NOTHING_EARLIER_FOR_ITS_OWN = nothingEarlierFor("p.hearer");

    private final JdbcClient jdbc;

    /** What is kept of an event. */
    record Kept(String type, String json) {}

    /**
     * An event on its way to a listener.
     *
     * @param subject null for what release 0.1.0 wrote, which did not say what it is about
     */
    record Row(
            UUID id, String listener, Kept event, @Nullable UUID subject) {}

    private static String nothingEarlierFor(String hearer) {
        return """
            (not exists (select from event_publication e where e.hearer = %1$s and e.subject = p.subject
                and e.number < p.number and e.set_aside is null)
            and not exists (select from outbox_event e, unnest(e.unheard) as name where e.subject = p.subject
                and e.number < p.number and %2$s = %1$s))
            """.formatted(hearer, HEARER.formatted("name"));
    }

    /** How long a hearing may take to begin before somebody else tries. */
    static double patienceSeconds() {
        return PATIENCE.toSeconds();
    }

    /**
     * Takes a row out, to be heard in the caller's transaction. Answers false where somebody else hears it or has heard it,
     * or where something earlier about its subject must be heard first: then it is due again at once.
     */
    boolean take(UUID id) {
        return jdbc.sql("""
                        with mine as (
                            select id, %s as in_order from event_publication p
                            where id = :id and set_aside is null for update skip locked
                        ), taken as (
                            delete from event_publication p using mine where p.id = mine.id and in_order returning p.id
                        ), waiting as (
                            update event_publication p set due_at = clock_timestamp(), begun_at = null from mine
                            where p.id = mine.id and not in_order
                        )
                        select count(*) from taken
                        """.formatted(NOTHING_EARLIER_FOR_ITS_OWN))
                        .param("id", id)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /**
     * Rows that nobody is hearing, the oldest first and only the first of each subject; nobody else gets them for a while. One
     * that comes back without having been heard or having failed counts as failed: whatever kills its program does so less and less
     * often, and is seen.
     */
    List<Row> due(int limit) {
        return jdbc.sql("""
                        update event_publication set begun_at = clock_timestamp(),
                            failures = failures + (begun_at is not null)::int, tried_at = coalesce(begun_at, tried_at),
                            last_error = case when begun_at is null then last_error else :cut_off end,
                            due_at = clock_timestamp() + make_interval(secs =>
                                case when begun_at is null then :patience else greatest(:patience, %s) end)
                        where id in (
                            select id from event_publication p
                            where due_at <= clock_timestamp() and set_aside is null and subject is not null and %s
                            order by number limit :limit for update skip locked)
                        returning id, listener_id, event_type, serialized_event, subject
                        """.formatted(PAUSE, NOTHING_EARLIER_FOR_ITS_OWN))
                .param("cut_off", CUT_OFF)
                .param("longest", (double) LONGEST_PAUSE.toSeconds())
                .param("patience", patienceSeconds())
                .param("limit", limit)
                .query(OutboxRows::row)
                .list();
    }

    /** Rows that release 0.1.0 wrote, which did not say what they are about. */
    List<Row> withoutSubject(int limit) {
        return jdbc.sql("""
                        select id, listener_id, event_type, serialized_event, subject from event_publication
                        where subject is null and set_aside is null order by number limit :limit
                        """).param("limit", limit).query(OutboxRows::row).list();
    }

    void isAbout(UUID id, UUID subject) {
        jdbc.sql("update event_publication set subject = :subject where id = :id")
                .param("subject", subject)
                .param("id", id)
                .update();
    }

    /** The listener failed: it is tried again after 1 s, 2 s, 4 s … 1 h. */
    void failed(UUID id, String error) {
        jdbc.sql("""
                        update event_publication set failures = failures + 1, last_error = :error, tried_at = clock_timestamp(),
                            begun_at = null, due_at = clock_timestamp() + make_interval(secs => %s)
                        where id = :id
                        """.formatted(PAUSE))
                .param("error", error)
                .param("longest", (double) LONGEST_PAUSE.toSeconds())
                .param("id", id)
                .update();
    }

    /** Takes it out of everybody's way until somebody has looked at it. */
    void setAside(UUID id, Outbox.Reason reason) {
        jdbc.sql("update event_publication set set_aside = :reason, tried_at = clock_timestamp() where id = :id")
                .param("reason", reason.name())
                .param("id", id)
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("listener_id"),
                new Kept(row.getString("event_type"), row.getString("serialized_event")),
                row.getObject("subject", UUID.class));
    }
}
