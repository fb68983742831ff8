package tuanju.conduct;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.member.MemberId;

/** All that is kept about a case: the words as they were, who reported them and what rules found. */
@Component
@RequiredArgsConstructor
class CaseFiles {

    private final JdbcClient jdbc;

    /** The words of one version, as they were kept. */
    record Evidence(int version, String words) {}

    /** A report as an operator reads it. */
    record Reported(MemberId reporter, String reason, String words, int weight, int version) {}

    /** What a rule found. */
    record Found(String rule, String found, int version) {}

    /** What is kept about one case. */
    record File(List<Evidence> evidence, List<Reported> reports, List<Found> findings) {}

    File of(Case it) {
        return new File(evidence(it), reports(it), findings(it));
    }

    /** Words half a year after the last decision about them are not needed any more; that and why it was decided stays. */
    @Transactional
    void forgetOld() {
        jdbc.sql("""
                update conduct_evidence e set words = '' where e.words <> '' and conduct_over(e.community_id, e.case_id)
                """).update();
        jdbc.sql("""
                update conduct_finding f set found = '' where f.found <> '' and conduct_over(f.community_id, f.case_id)
                """).update();
    }

    private List<Evidence> evidence(Case it) {
        return of(it, "select version, words from conduct_evidence", " order by version")
                .query((row, number) -> new Evidence(row.getInt("version"), row.getString("words")))
                .list();
    }

    private List<Reported> reports(Case it) {
        return of(it, "select reporter_id, reason, words, weight, version from conduct_report", " order by id")
                .query((row, number) -> new Reported(
                        new MemberId(row.getObject("reporter_id", UUID.class)),
                        row.getString("reason"),
                        row.getString("words"),
                        row.getInt("weight"),
                        row.getInt("version")))
                .list();
    }

    private List<Found> findings(Case it) {
        return of(it, "select rule, found, version from conduct_finding", " order by version, rule")
                .query((row, number) -> new Found(row.getString("rule"), row.getString("found"), row.getInt("version")))
                .list();
    }

    private JdbcClient.StatementSpec of(Case it, String select, String order) {
        return jdbc.sql(select + " where community_id = :community and case_id = :id" + order)
                .param("community", it.community().value())
                .param("id", it.id());
    }
}
