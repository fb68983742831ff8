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
import tuanju.community.CommunityId;
import tuanju.conduct.Deciding.Decision;
import tuanju.database.Ids;
import tuanju.member.MemberId;

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

    /** Those of these that still wait; nobody else decides them before this transaction ends. */
    List<UUID> waiting(Collection<Case> cases) {
        return jdbc.sql("select id from conduct_case where id = any(:ids) and decision is null order by id for update")
                .param("ids", ids(cases))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Of these cases those that this person reported. */
    List<UUID> reportedBy(MemberId member, Collection<Case> cases) {
        return jdbc.sql("select case_id from conduct_report where case_id = any(:ids) and reporter_id = :member"
                        + " and community_id = any(:communities)")
                .param("ids", ids(cases))
                .param("communities", communities(cases))
                .param("member", member.value())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** The same for many. */
    void keep(List<Case> cases, Map<Case, Thing> now) {
        var there = cases.stream().filter(now::containsKey).toList();
        var things = there.stream().map(it -> Objects.requireNonNull(now.get(it))).toList();
        jdbc.sql("""
                        insert into conduct_evidence (community_id, case_id, version, words)
                        select * from unnest(:communities::uuid[], :ids::uuid[], :versions::int[], :words::text[])
                        on conflict do nothing
                        """)
                .param("communities", communities(there))
                .param("ids", ids(there))
                .param(
                        "versions",
                        things.stream().map(Thing::version).toArray(Integer[]::new))
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

    void hold(CommunityId community, UUID id) {
        jdbc.sql("""
                        update conduct_case set held_at = now(), severity = greatest(severity, 2),
                            due_at = least(due_at, now() + interval '24 hours')
                        where community_id = :community and id = :id and held_at is null and decision is null
                        """).param("community", community.value()).param("id", id).update();
    }

    /** Everybody who reported one of these, by case. */
    List<Reporter> reporters(Collection<Case> cases) {
        return jdbc.sql("select case_id, reporter_id from conduct_report where community_id = any(:communities)"
                        + " and case_id = any(:ids) order by id")
                .param("communities", communities(cases))
                .param("ids", ids(cases))
                .query((row, number) -> new Reporter(
                        row.getObject("case_id", UUID.class), new MemberId(row.getObject("reporter_id", UUID.class))))
                .list();
    }

    /** Who reported which case. */
    record Reporter(UUID about, MemberId member) {}

    /** Whether it was not said before, while this case waits. */
    boolean report(UUID id, Thing thing, MemberId reporter, Saying said) {
        return jdbc.sql("""
                        insert into conduct_report (community_id, id, case_id, version, reporter_id, reason, words, weight)
                        values (:community, :id, :case, :version, :reporter, :reason, :words, :weight) on conflict do nothing
                        """)
                        .param("community", thing.community().value())
                        .param("id", Ids.next())
                        .param("case", id)
                        .param("version", thing.version())
                        .param("reporter", reporter.value())
                        .param("reason", said.reason().name())
                        .param("words", said.words())
                        .param("weight", said.weight())
                        .update()
                == 1;
    }

    /** What somebody says, and how much it weighs. */
    record Saying(Reason reason, String words, int weight) {}

    /** How much the reports of a case weigh, by reporter. */
    List<Weight> weights(CommunityId community, UUID id) {
        return jdbc.sql(
                        "select reporter_id, weight from conduct_report where community_id = :community and case_id = :id")
                .param("community", community.value())
                .param("id", id)
                .query((row, number) ->
                        new Weight(new MemberId(row.getObject("reporter_id", UUID.class)), row.getInt("weight")))
                .list();
    }

    /** How much somebody's report weighs. */
    record Weight(MemberId reporter, int weight) {}

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
