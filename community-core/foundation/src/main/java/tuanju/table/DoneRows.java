package tuanju.table;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.database.Ids;
import tuanju.outbox.StoredJson;

/** What was done to many rows at once, kept for ninety days. */
@Component
@RequiredArgsConstructor
class DoneRows {

    private final JdbcClient jdbc;
    private final StoredJson stored;

    /**
     * What became of one row.
     *
     * @param said what the row was called
     * @param why it was left as it is: a message; null where it was done
     */
    record Line(String key, String said, @Nullable String why) {}

    /** One act on many rows. */
    record Done(
            UUID id,
            String table,
            String act,
            String query,
            String reason,
            String value,
            Instant at,
            List<Line> lines) {

        public List<Line> done() {
            return lines.stream().filter(it -> it.why() == null).toList();
        }

        public List<Line> left() {
            return lines.stream().filter(it -> it.why() != null).toList();
        }

        public String back() {
            return "/operate/" + table + (query.isEmpty() ? "" : "?" + query);
        }
    }

    UUID keep(ManyRows.Wanted wanted, DeskTable.Doer by, List<Line> lines) {
        var id = Ids.next();
        jdbc.sql("delete from table_act where at < now() - interval '90 days'").update();
        jdbc.sql("""
                        insert into table_act (id, member_id, page, act, query, reason, value, lines)
                        values (:id, :by, :page, :act, :query, :reason, :value, cast(:lines as jsonb))
                        """)
                .param("id", id)
                .param("by", by.member())
                .param("page", wanted.table())
                .param("act", wanted.act())
                .param("query", wanted.query())
                .param("reason", by.reason())
                .param("value", by.value())
                .param("lines", stored.write(lines))
                .update();
        return id;
    }

    Optional<Done> find(UUID id) {
        return jdbc.sql("select id, page, act, query, reason, value, at, lines from table_act where id = ?")
                .param(id)
                .query((row, number) -> new Done(
                        row.getObject("id", UUID.class),
                        row.getString("page"),
                        row.getString("act"),
                        row.getString("query"),
                        row.getString("reason"),
                        row.getString("value"),
                        row.getTimestamp("at").toInstant(),
                        stored.readList(row.getString("lines"), Line.class)))
                .optional();
    }
}
