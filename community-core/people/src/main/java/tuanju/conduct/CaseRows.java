package tuanju.conduct;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.conduct.Judging.Decision;
import tuanju.database.Ids;

/** Cases in the database, with what hangs on them. */
@Component
@RequiredArgsConstructor
class CaseRows {

    private static final int LONGEST_TITLE = 80;

    private final JdbcClient jdbc;

    /** The case about this thing that waits; opened where none does. The words as they are now are kept with it. */
    UUID open(Thing thing, int severity) {
        var id = jdbc.sql("""
                        insert into conduct_case (community_id, id, kind, code, author_id, title, severity, due_at)
                        values (:community, :id, :kind, :code, :author, :title, :severity, now() + :time * interval '1 second')
                        on conflict (community_id, kind, code) where decision is null do update
                        set severity = greatest(conduct_case.severity, excluded.severity),
                            due_at = least(conduct_case.due_at, excluded.due_at)
                        returning id
                        """)
                .param("community", thing.community().value())
                .param("id", Ids.next())
                .param("kind", thing.kind())
                .param("code", thing.code().value())
                .param("author", thing.author().value())
                .param("title", cut(thing.title(), LONGEST_TITLE))
                .param("severity", severity)
                .param("time", target(severity).toSeconds())
                .query(UUID.class)
                .single();
        keep(thing, id);
        return id;
    }

    /** Keeps the words as they are now; once a version. */
    void keep(Thing thing, UUID id) {
        jdbc.sql("""
                        insert into conduct_evidence (community_id, case_id, version, words)
                        values (:community, :case, :version, :words) on conflict do nothing
                        """)
                .param("community", thing.community().value())
                .param("case", id)
                .param("version", thing.version())
                .param("words", thing.words())
                .update();
    }

    /** In how long such a case should be decided. */
    static Duration target(int severity) {
        return Duration.ofHours(
                switch (severity) {
                    case 3 -> 4;
                    case 2 -> 24;
                    default -> 72;
                });
    }

    Optional<Case> find(UUID id) {
        return jdbc.sql("select " + Case.COLUMNS + " from conduct_case c where c.id = :id")
                .param("id", id)
                .query(Case::read)
                .optional();
    }

    /** Those of these that are there, by one statement. */
    List<Case> find(Collection<UUID> ids) {
        return jdbc.sql("select " + Case.COLUMNS + " from conduct_case c where c.id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(Case::read)
                .list();
    }

    /** The same, and nobody decides or appeals it before this transaction ends. */
    Optional<Case> held(UUID id) {
        jdbc.sql("select id from conduct_case where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
        return find(id);
    }

    /** Those of these that still wait; nobody else decides them before this transaction ends. */
    List<UUID> waiting(Collection<Case> cases) {
        return jdbc.sql("select id from conduct_case where id = any(:ids) and decision is null order by id for update")
                .param("ids", ids(cases))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** The same for many. */
    void keep(List<Case> cases, Map<Case, Thing> now) {
        var there = cases.stream().filter(now::containsKey).toList();
        var things =
                there.stream().map(it -> Objects.requireNonNull(now.get(it))).toList();
        jdbc.sql("""
                        insert into conduct_evidence (community_id, case_id, version, words)
                        select * from unnest(:communities::uuid[], :ids::uuid[], :versions::int[], :words::text[])
                        on conflict do nothing
                        """)
                .param("communities", communities(there))
                .param("ids", ids(there))
                .param("versions", things.stream().map(Thing::version).toArray(Integer[]::new))
                .param("words", things.stream().map(Thing::words).toArray(String[]::new))
                .update();
    }

    /** Each of them, of the version of its words. */
    void decide(List<Case> cases, ToIntFunction<Case> version, Decision decision) {
        jdbc.sql("""
                        update conduct_case c set decision = :decision, decided_at = now(), decided_by = :by,
                            decided_for = :reason, decided_reason = :why, decided_version = d.version
                        from unnest(:communities::uuid[], :ids::uuid[], :versions::int[]) d (community_id, id, version)
                        where c.community_id = d.community_id and c.id = d.id and c.decision is null
                        """)
                .param("decision", decision.hides() ? "HIDDEN" : "KEPT")
                .param("by", decision.by().value())
                .param(
                        "reason",
                        decision.reason() == null ? null : decision.reason().name())
                .param("why", decision.why())
                .param("communities", communities(cases))
                .param("ids", ids(cases))
                .param("versions", cases.stream().map(version::applyAsInt).toArray(Integer[]::new))
                .update();
    }

    /** Whether another case than this hides the same thing. */
    boolean isHiddenBesides(Case it) {
        return jdbc.sql("""
                        select exists (select from conduct_case c
                            where c.community_id = :community and c.kind = :kind and c.code = :code and c.id <> :id
                                and c.decision = 'HIDDEN' and c.appeal_decision is distinct from 'OVERTURNED')
                        """)
                .param("community", it.community().value())
                .param("kind", it.kind())
                .param("code", it.code().value())
                .param("id", it.id())
                .query(Boolean.class)
                .single();
    }

    void found(UUID id, Thing thing, List<Findings.Finding> findings) {
        jdbc.sql("""
                        insert into conduct_finding (community_id, case_id, version, rule, found)
                        select :community, :case, :version, f.rule, f.found
                        from unnest(:rules::text[], :found::text[]) f (rule, found) on conflict do nothing
                        """)
                .param("community", thing.community().value())
                .param("case", id)
                .param("version", thing.version())
                .param("rules", findings.stream().map(it -> it.rule().name()).toArray(String[]::new))
                .param(
                        "found",
                        findings.stream().map(it -> cut(it.found(), 100)).toArray(String[]::new))
                .update();
    }

    static UUID[] ids(Collection<Case> cases) {
        return cases.stream().map(Case::id).toArray(UUID[]::new);
    }

    static UUID[] communities(Collection<Case> cases) {
        return cases.stream().map(it -> it.community().value()).toArray(UUID[]::new);
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }
}
