package tuanju.conduct;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.member.MemberId;

/** Who reported what, and what their reports weigh. */
@Component
@RequiredArgsConstructor
class ReportRows {

    private final JdbcClient jdbc;

    /** Of these cases those that this person reported. */
    List<UUID> reportedBy(MemberId member, Collection<Case> cases) {
        return jdbc.sql("select case_id from conduct_report where case_id = any(:ids) and reporter_id = :member"
                        + " and community_id = any(:communities)")
                .param("ids", CaseRows.ids(cases))
                .param("communities", CaseRows.communities(cases))
                .param("member", member.value())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
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
                .param("communities", CaseRows.communities(cases))
                .param("ids", CaseRows.ids(cases))
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

    /** Whether somebody looked at these words and left them, or an appeal did. */
    boolean wasKept(Thing thing) {
        return jdbc.sql("""
                        select exists (select from conduct_case c
                            where c.community_id = :community and c.kind = :kind and c.code = :code
                                and c.decided_version = :version and (c.decision = 'KEPT' or c.appeal_decision = 'OVERTURNED'))
                        """)
                .param("community", thing.community().value())
                .param("kind", thing.kind())
                .param("code", thing.code().value())
                .param("version", thing.version())
                .query(Boolean.class)
                .single();
    }

    /** How much the reports of a case weigh that say one of these, by reporter. */
    List<Weight> weights(CommunityId community, UUID id, Set<Reason> reasons) {
        return jdbc.sql(
                        "select reporter_id, weight from conduct_report where community_id = :community and case_id = :id"
                                + " and reason = any(:reasons)")
                .param("reasons", reasons.stream().map(Enum::name).toArray(String[]::new))
                .param("community", community.value())
                .param("id", id)
                .query((row, number) ->
                        new Weight(new MemberId(row.getObject("reporter_id", UUID.class)), row.getInt("weight")))
                .list();
    }

    /** How much somebody's report weighs. */
    record Weight(MemberId reporter, int weight) {}
}
