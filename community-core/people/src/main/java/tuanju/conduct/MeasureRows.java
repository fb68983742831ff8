package tuanju.conduct;

import java.sql.Types;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.member.MemberId;

/** Measures in the database; a row is only ever lifted, once. */
@Component
@RequiredArgsConstructor
class MeasureRows {

    private final JdbcClient jdbc;

    /** Those that count now but for warnings, here. */
    List<Measure> active(MemberId member, CommunityId community) {
        return jdbc.sql("select " + Measure.COLUMNS + """
                         from conduct_measure where member_id = :member and community_id = :community
                            and lifted_at is null and kind <> 'WARNING' and (ends_at is null or ends_at > now())
                        order by ends_at desc nulls first
                        """)
                .param("member", member.value())
                .param("community", community.value())
                .query(Measure::read)
                .list();
    }

    /** All of somebody's, the latest first, at most 50. */
    List<Measure> of(MemberId member) {
        return jdbc.sql("select " + Measure.COLUMNS
                        + " from conduct_measure where member_id = :member order by begins_at desc limit 50")
                .param("member", member.value())
                .query(Measure::read)
                .list();
    }

    List<Measure> from(Case it) {
        return jdbc.sql(
                        "select " + Measure.COLUMNS
                                + " from conduct_measure where community_id = :community and case_id = :case order by begins_at")
                .param("community", it.community().value())
                .param("case", it.id())
                .query(Measure::read)
                .list();
    }

    /** Two who take steps about the same person take turns. */
    void lock(MemberId member) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:member, 65))")
                .param("member", "conduct " + member.value())
                .query((row, number) -> "")
                .list();
    }

    /** The highest step they were at here within a year; null where none. */
    Measure.@Nullable Kind highest(MemberId member, CommunityId community) {
        return jdbc
                .sql("""
                        select kind from conduct_measure where member_id = :member and community_id = :community
                            and lifted_at is null and begins_at > now() - interval '1 year'
                        """)
                .param("member", member.value())
                .param("community", community.value())
                .query((row, number) -> Measure.Kind.valueOf(row.getString("kind")))
                .list()
                .stream()
                .max(Enum::compareTo)
                .orElse(null);
    }

    /** Whether it was not taken before for the same case. */
    boolean insert(Case about, Measure.Kind kind, int days, String reason, MemberId by, @Nullable UUID proposal) {
        return jdbc.sql("""
                        insert into conduct_measure
                            (community_id, id, member_id, kind, case_id, reason, ends_at, given_by, second_by)
                        values (:community, :id, :member, :kind, :case, :reason,
                            case when :days > 0 then now() + :days * interval '1 day' end, :by,
                            who_said_the_second_word(:proposal))
                        on conflict (community_id, case_id) where lifted_at is null do nothing
                        """)
                        .param("community", about.community().value())
                        .param("id", Ids.next())
                        .param("member", about.author().value())
                        .param("kind", kind.name())
                        .param("case", about.id())
                        .param("reason", reason)
                        .param("days", days)
                        .param("by", by.value())
                        .param("proposal", proposal, Types.OTHER)
                        .update()
                == 1;
    }

    /** Those of this case that counted until now. */
    List<Measure> lift(Case about, MemberId by, String reason) {
        return jdbc.sql("""
                        update conduct_measure set lifted_at = now(), lifted_by = :by, lifted_reason = :reason
                        where community_id = :community and case_id = :case and lifted_at is null returning
                        """ + " " + Measure.COLUMNS)
                .param("community", about.community().value())
                .param("case", about.id())
                .param("by", by.value())
                .param("reason", reason)
                .query(Measure::read)
                .list();
    }

    /** Removals whose end has come; each once. */
    List<Measure> ended() {
        return jdbc.sql("""
                        update conduct_measure set served_at = now()
                        where kind = 'REMOVAL' and lifted_at is null and served_at is null and ends_at <= now() returning
                        """ + " " + Measure.COLUMNS).query(Measure::read).list();
    }
}
