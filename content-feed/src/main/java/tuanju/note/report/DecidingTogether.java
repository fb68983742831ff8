package tuanju.note.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.note.report.ReportRows.Report;
import tuanju.table.DeskTable.Doer;

/**
 * Decides many reports alike, with one reason, by a handful of statements: first the reports are taken, in the order of
 * their ids, then what they are about, so that whoever decides one of them at the same time comes before or after.
 */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
class DecidingTogether {

    static final String DECIDED = "note.report.act.refused.decided";
    static final String HIDDEN = "note.report.act.refused.hidden";
    static final String CHANGED = "note.report.act.refused.changed";

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Reports reports;

    /** By id those that were not decided, each with the message that says why. */
    public Map<String, String> refused(List<Report> found, boolean hide, Doer by) {
        var refused = new HashMap<String, String>();
        var open = open(found.stream().map(Report::id).toList());
        var words = words(found, hide);
        var decided = new ArrayList<Report>();
        for (var report : found) {
            var now = words.get(report.comment() == null ? report.note() : report.comment());
            if (!open.contains(report.id())) {
                refused.put(report.id().toString(), DECIDED);
            } else if (now == null || now.version() != report.versionNow()) {
                refused.put(report.id().toString(), CHANGED);
            } else if (!hide && now.hidden()) {
                refused.put(report.id().toString(), HIDDEN);
            } else {
                decided.add(report);
            }
        }
        if (!decided.isEmpty()) {
            decide(decided, hide, by);
        }
        return refused;
    }

    private Set<UUID> open(List<UUID> ids) {
        return new HashSet<>(jdbc.sql("""
                        select id from note_report where id = any(:ids) and decision is null order by id for update
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    /** What the words are now that reports are about. */
    private record Words(UUID id, int version, boolean hidden) {}

    private Map<UUID, Words> words(List<Report> found, boolean hide) {
        var lock = hide ? "update" : "share";
        var words = new HashMap<UUID, Words>();
        for (var table : List.of("note", "note_comment")) {
            jdbc.sql("""
                            select id, %s as version, hidden_at is not null as hidden from %s
                            where (community_id, id) in (select * from unnest(:communities::uuid[], :ids::uuid[]))
                            order by id for %s
                            """.formatted(table.equals("note") ? "version" : "1", table, lock))
                    .param("communities", communities(found, about(table)))
                    .param("ids", ids(found, about(table)))
                    .query((row, number) ->
                            new Words(row.getObject("id", UUID.class), row.getInt("version"), row.getBoolean("hidden")))
                    .list()
                    .forEach(it -> words.put(it.id(), it));
        }
        return words;
    }

    private void decide(List<Report> decided, boolean hide, Doer by) {
        jdbc.sql("""
                        update note_report set decision = :decision, decided_at = now(), decided_by = :by, decided_reason = :why
                        where (community_id, id) in (select * from unnest(:communities::uuid[], :ids::uuid[]))
                        """)
                .param("decision", hide ? "HIDDEN" : "KEPT")
                .param("by", by.member())
                .param("why", by.reason())
                .param("communities", communities(decided, it -> true))
                .param("ids", decided.stream().map(Report::id).toArray(UUID[]::new))
                .update();
        if (hide) {
            hide(decided, by);
        }
        var lines = decided.stream()
                .map(it -> new AuditTrail.Line(it.subject(), by.reason()))
                .toList();
        audit.record(by.member(), hide ? "note.hidden" : "note.kept", lines);
        reports.tell(decided, hide, by.reason());
    }

    private void hide(List<Report> decided, Doer by) {
        for (var table : List.of("note", "note_comment")) {
            jdbc.sql("""
                            update %s set hidden_at = coalesce(hidden_at, now()), hidden_by = coalesce(hidden_by, :by),
                                hidden_reason = coalesce(hidden_reason, :why)
                            where (community_id, id) in (select * from unnest(:communities::uuid[], :ids::uuid[]))
                            """.formatted(table))
                    .param("by", by.member())
                    .param("why", by.reason())
                    .param("communities", communities(decided, about(table)))
                    .param("ids", ids(decided, about(table)))
                    .update();
        }
    }

    private static Predicate<Report> about(String table) {
        return it -> (it.comment() == null) == table.equals("note");
    }

    private static UUID[] communities(List<Report> all, Predicate<Report> which) {
        return all.stream().filter(which).map(it -> it.community().value()).toArray(UUID[]::new);
    }

    private static UUID[] ids(List<Report> all, Predicate<Report> which) {
        return all.stream()
                .filter(which)
                .map(it -> it.comment() == null ? it.note() : it.comment())
                .toArray(UUID[]::new);
    }
}
