package tuanju.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks entries of the audit trail up by who, what, to whom and when, from either end. */
@Component
@RequiredArgsConstructor
public class AuditSearch {

    private static final String MATCHING = """
         from audit_entry where (cast(:actor as uuid) is null or actor = :actor)
            and (:action = '' or starts_with(action, :action)) and (:subject = '' or subject = :subject)
            and (cast(:begin as timestamptz) is null or at >= :begin) and (cast(:end as timestamptz) is null or at < :end)
        """;

    private final JdbcClient database;

    /**
     * Which entries are looked for; what is null or empty does not narrow.
     *
     * @param action an action or the beginning of one: "leader."
     * @param subject exactly as written
     * @param begin none before it
     * @param end all before it
     */
    public record Wanted(
            @Nullable UUID actor,
            String action,
            String subject,
            @Nullable Instant begin,
            @Nullable Instant end) {}

    /** From which end, after which entry (null for the first page), and how many at most. */
    public record Turn(boolean latestFirst, @Nullable UUID after, int most) {}

    public List<AuditEntry> find(Wanted wanted, Turn turn) {
        var way = turn.latestFirst() ? "desc" : "asc";
        var after = turn.after() == null
                ? ""
                : " and (at, id) " + (turn.latestFirst() ? "<" : ">")
                        + " (select at, id from audit_entry where id = :after)";
        var order = " order by at " + way + ", id " + way + " limit :most";
        return asked("select id, actor, action, subject, detail, at" + MATCHING + after + order, wanted)
                .param("after", turn.after())
                .param("most", turn.most())
                .query(new SimplePropertyRowMapper<>(AuditEntry.class))
                .list();
    }

    /** How many match, counted up to a number. */
    public long count(Wanted wanted, int most) {
        return asked("select count(*) from (select 1" + MATCHING + " limit :most) matching", wanted)
                .param("most", most)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec asked(String sql, Wanted wanted) {
        return database.sql(sql)
                .param("actor", wanted.actor())
                .param("action", wanted.action())
                .param("subject", wanted.subject())
                .param("begin", time(wanted.begin()))
                .param("end", time(wanted.end()));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
