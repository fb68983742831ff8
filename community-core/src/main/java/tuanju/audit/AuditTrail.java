package tuanju.audit;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
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
                .query(AuditEntry.class)
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
                .query(AuditEntry.class)
                .list();
    }
}
