package tuanju.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of what happened and is on its way from listener to listener, a row for each event; every call joins the caller's
 * transaction, if there is one. Whoever fails or must wait leaves it for a row of their own in {@link OutboxRows}.
 */
@Component
@RequiredArgsConstructor
class OutboxEvents {

    /** No name of a listener has one. */
    private static final String BETWEEN_NAMES = "\n";

    private final JdbcClient jdbc;

    /**
     * An event.
     *
     * @param unheard the names of those who have not heard it, in their order
     */
    record Row(UUID id, UUID subject, OutboxRows.Kept event, List<String> unheard) {}

    /** Writes them in this order, with one statement. */
    void add(List<Row> rows) {
        jdbc.sql("""
                        insert into outbox_event (id, subject, event_type, serialized_event, unheard, due_at)
                        select id, subject, type, json, string_to_array(unheard, :between),
                            clock_timestamp() + make_interval(secs => :patience)
                        from unnest(:ids, :subjects, :types, :jsons, :unheard)
                            with ordinality as o (id, subject, type, json, unheard, place)
                        order by place
                        """)
                .param("ids", rows.stream().map(Row::id).toArray(UUID[]::new))
                .param("subjects", rows.stream().map(Row::subject).toArray(UUID[]::new))
                .param("types", rows.stream().map(it -> it.event().type()).toArray(String[]::new))
                .param("jsons", rows.stream().map(it -> it.event().json()).toArray(String[]::new))
                .param(
                        "unheard",
                        rows.stream()
                                .map(it -> String.join(BETWEEN_NAMES, it.unheard()))
                                .toArray(String[]::new))
                .param("between", BETWEEN_NAMES)
                .param("patience", OutboxRows.patienceSeconds())
                .update();
    }

    /**
     * Takes a listener's name out, who hears it in the caller's transaction; with the last name the row. Answers false where
     * somebody else goes round with it at this moment or the listener has heard it, or where something earlier about its subject
     * must be heard first: then the listener has a row of its own from now on, which is due at once.
     */
    boolean take(UUID id, String listener) {
        return jdbc.sql("""
                        with mine as (
                            select p.*, array_remove(unheard, :listener) = '{}' as last, %s as in_order
                            from outbox_event p where id = :id and :listener = any (unheard) for update skip locked
                        ), heard as (
                            update outbox_event p set unheard = array_remove(p.unheard, :listener)
                            from mine where p.id = mine.id and not last
                        ), heard_by_all as (
                            delete from outbox_event p using mine where p.id = mine.id and last
                        ), waiting as (
                            insert into event_publication (id, number, listener_id, event_type, serialized_event, subject,
                                publication_date, due_at)
                            select gen_random_uuid(), number, :listener, event_type, serialized_event, subject,
                                published_at, clock_timestamp()
                            from mine where not in_order
                        )
                        select in_order from mine
                        """.formatted(OutboxRows.NOTHING_EARLIER))
                .param("id", id)
                .param("listener", listener)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** The listener failed: it has a row of its own from now on, which is due after a second. */
    void failed(UUID id, String listener, String error) {
        apart(id, listener, error);
    }

    /** The listener has a row of its own from now on, which is due at once; not while somebody goes round with the event. */
    void apart(UUID id, String listener) {
        apart(id, listener, null);
    }

    /** Whoever failed waits for those who hear it at this moment; else it is left to them, and due again in a while. */
    private void apart(UUID id, String listener, @Nullable String error) {
        jdbc.sql("""
                        with mine as (
                            select *, array_remove(unheard, :listener) = '{}' as last
                            from outbox_event where id = :id and :listener = any (unheard) for update %s
                        ), gone as (
                            update outbox_event p set unheard = array_remove(p.unheard, :listener)
                            from mine where p.id = mine.id and not last
                        ), gone_with_the_last as (
                            delete from outbox_event p using mine where p.id = mine.id and last
                        )
                        insert into event_publication (id, number, listener_id, event_type, serialized_event, subject,
                            publication_date, failures, last_error, tried_at, due_at)
                        select gen_random_uuid(), number, :listener, event_type, serialized_event, subject, published_at,
                            case when :error::text is null then 0 else 1 end, :error,
                            case when :error::text is not null then clock_timestamp() end,
                            clock_timestamp() + case when :error::text is null then '0' else interval '1 second' end
                        from mine
                        """.formatted(error == null ? "skip locked" : ""))
                .param("id", id)
                .param("listener", listener)
                .param("error", error)
                .update();
    }

    /** What nobody goes round with any more, the oldest first; nobody else gets it for a while. */
    List<Row> due(int limit) {
        return jdbc.sql("""
                        with due as (
                            update outbox_event set due_at = clock_timestamp() + make_interval(secs => :patience)
                            where id in (
                                select id from outbox_event where due_at <= clock_timestamp()
                                order by number limit :limit for update skip locked)
                            returning *)
                        select id, subject, event_type, serialized_event, unheard from due order by number
                        """)
                .param("patience", OutboxRows.patienceSeconds())
                .param("limit", limit)
                .query(OutboxEvents::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("subject", UUID.class),
                new OutboxRows.Kept(row.getString("event_type"), row.getString("serialized_event")),
                List.of((String[]) row.getArray("unheard").getArray()));
    }
}
