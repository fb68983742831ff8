package tuanju.points;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** What points are for, in the database. */
@Component
@RequiredArgsConstructor
class PointsTermRows {

    private final JdbcClient jdbc;

    Terms of(CommunityId community) {
        return jdbc.sql("select per_yuan, per_check_in, spends from points_terms where community_id = :community")
                .param("community", community.value())
                .query((row, number) ->
                        new Terms(row.getInt("per_yuan"), row.getInt("per_check_in"), row.getBoolean("spends")))
                .optional()
                .orElse(Terms.OFF);
    }

    void save(CommunityId community, Terms terms, MemberId by) {
        jdbc.sql("""
            insert into points_terms (community_id, per_yuan, per_check_in, spends, changed_by)
            values (:community, :perYuan, :perCheckIn, :spends, :by)
            on conflict (community_id) do update set per_yuan = excluded.per_yuan, per_check_in = excluded.per_check_in,
                spends = excluded.spends, changed_by = excluded.changed_by, changed_at = now()
            """)
                .param("community", community.value())
                .param("perYuan", terms.perYuan())
                .param("perCheckIn", terms.perCheckIn())
                .param("spends", terms.spends())
                .param("by", by.value())
                .update();
    }

    /** What this buyer could pay with now; empty where points pay nothing. */
    Optional<Integer> usable(CommunityId community, MemberId member) {
        return jdbc.sql("""
            select coalesce(sum(l.left_points - l.held_points), 0)::int
            from points_terms t left join points_lot l on l.community_id = t.community_id and l.member_id = :member
                and l.left_points > 0 and l.usable_from <= now() and l.ends_at > now()
            where t.community_id = :community and t.spends group by t.community_id
            """)
                .param("community", community.value())
                .param("member", member.value())
                .query(Integer.class)
                .optional();
    }
}
