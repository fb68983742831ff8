package tuanju.audit;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.database.Ids;

/** Where acts that somebody may ask about later are written down. */
@Component
@RequiredArgsConstructor
public class AuditTrail {

    private final JdbcClient database;

    /** Writes one line in the current transaction. The detail holds no phone and no secret. */
    public void record(UUID actor, String action, String subject, String detail) {
        database.sql("""
                        insert into audit_entry (id, actor, action, subject, detail)
                        values (:id, :actor, :action, :subject, :detail)
                        """)
                .param("id", Ids.next())
                .param("actor", actor)
                .param("action", action)
                .param("subject", subject)
                .param("detail", detail)
                .update();
    }

    /** What one act did to one subject of several. The detail holds no phone and no secret. */
    public record Line(String subject, String detail) {}

    /** Writes a line for each of several subjects of one act, by one statement. */
    public void record(UUID actor, String action, List<Line> lines) {
        database.sql("""
                        insert into audit_entry (id, actor, action, subject, detail)
                        select id, :actor, :action, subject, detail
                        from unnest(:ids::uuid[], :subjects::text[], :details::text[]) as line (id, subject, detail)
                        """)
                .param("ids", lines.stream().map(line -> Ids.next()).toArray(UUID[]::new))
                .param("actor", actor)
                .param("action", action)
                .param("subjects", lines.stream().map(Line::subject).toArray(String[]::new))
                .param("details", lines.stream().map(Line::detail).toArray(String[]::new))
                .update();
    }

    /**
     * The latest entries, newest first.
     *
     * @param before only entries older than this one (its id); null for the newest
     * @param count at most this many
     */
    public List<AuditEntry> latest(@Nullable UUID before, int count) {
        return database.sql("""
                        select id, actor, action, subject, detail, at from audit_entry
                        where cast(:before as uuid) is null or id < :before
                        order by id desc
                        limit :count
                        """)
                .param("before", before)
                .param("count", count)
                .query(new SimplePropertyRowMapper<>(AuditEntry.class))
                .list();
    }

    /** What was done to one subject, newest first, at most so many entries. */
    public List<AuditEntry> about(String subject, int count) {
        return database.sql("""
                        select id, actor, action, subject, detail, at from audit_entry
                        where subject = :subject
                        order by id desc
                        limit :count
                        """)
                .param("subject", subject)
                .param("count", count)
                .query(new SimplePropertyRowMapper<>(AuditEntry.class))
                .list();
    }

    /**
     * Which entries are looked for; what is null does not narrow.
     *
     * @param action an action or the beginning of one: "leader."
     * @param subject exactly as written
     * @param before only entries older than this one (its id)
     */
    public record Query(
            @Nullable UUID actor,
            @Nullable String action,
            @Nullable String subject,
            @Nullable UUID before) {}

    /** The entries that were looked for, newest first, at most so many. */
    public List<AuditEntry> find(Query query, int count) {
        var sql = new StringBuilder("select id, actor, action, subject, detail, at from audit_entry where true");
        if (query.actor() != null) {
            sql.append(" and actor = :actor");
        }
        if (query.action() != null) {
            sql.append(" and starts_with(action, :action)");
        }
        if (query.subject() != null) {
            sql.append(" and subject = :subject");
        }
        if (query.before() != null) {
            sql.append(" and id < :before");
        }
        return database.sql(sql.append(" order by id desc limit :count").toString())
                .param("actor", query.actor())
                .param("action", query.action())
                .param("subject", query.subject())
                .param("before", query.before())
                .param("count", count)
                .query(new SimplePropertyRowMapper<>(AuditEntry.class))
                .list();
    }

    /** Every action that was ever written down, by name; jumps from one to the next instead of reading all entries. */
    public List<String> actions() {
        return database.sql("""
                        with recursive known (action) as (
                            (select action from audit_entry order by action limit 1)
                            union all
                            select (select e.action from audit_entry e where e.action > k.action order by 1 limit 1)
                            from known k where k.action is not null
                        )
                        select action from known where action is not null
                        """).query((row, number) -> row.getString("action")).list();
    }
}
