package tuanju.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.money.Percentage;

/** Plans in the database. */
@Component
@RequiredArgsConstructor
class PlanRows {

    private static final String PLAN = """
        select community_id, id, code, title, price_fen, days, basis_points, points_percent, campaign_code, served_first, leader_id,
            ended_at
        from plan
        """;

    private final JdbcClient jdbc;

    void insert(Plan made, MemberId by) {
        var terms = made.terms();
        jdbc.sql("""
            insert into plan (community_id, id, code, title, price_fen, days, basis_points, points_percent, campaign_code,
                served_first, leader_id, made_by)
            values (:community, :id, :code, :title, :price, :days, :less, :points, :campaign, :first, :leader, :by)
            """)
                .param("community", made.community().value())
                .param("id", made.id())
                .param("code", made.code().value())
                .param("title", terms.title())
                .param("price", terms.price().fen())
                .param("days", terms.days())
                .param("less", terms.less().basisPoints())
                .param("points", terms.pointsPercent())
                .param(
                        "campaign",
                        terms.campaign() == null ? null : terms.campaign().value())
                .param("first", terms.servedFirst())
                .param("leader", made.leader() == null ? null : made.leader().value())
                .param("by", by.value())
                .update();
    }

    /** Whether it was open until now. */
    boolean end(CommunityId community, UUID plan) {
        return jdbc.sql(
                                "update plan set ended_at = now() where community_id = :community and id = :id and ended_at is null")
                        .param("community", community.value())
                        .param("id", plan)
                        .update()
                == 1;
    }

    Optional<Plan> find(CommunityId community, Code code) {
        return jdbc.sql(PLAN + "where community_id = :community and code = :code")
                .param("community", community.value())
                .param("code", code.value())
                .query(PlanRows::read)
                .optional();
    }

    /** Those that a member of these communities can take now, the cheapest first. */
    List<Plan> open(Collection<CommunityId> communities) {
        return jdbc.sql(PLAN + """
            where community_id = any(:communities) and ended_at is null order by community_id, price_fen, id limit 60
            """)
                .param(
                        "communities",
                        communities.stream().map(CommunityId::value).toArray(UUID[]::new))
                .query(PlanRows::read)
                .list();
    }

    /** A leader's own, newest first, after this one. */
    List<Plan> page(MemberId leader, @Nullable UUID after, int limit) {
        return jdbc.sql(PLAN + """
            where leader_id = :leader and (cast(:after as uuid) is null or id < cast(:after as uuid))
            order by id desc limit :limit
            """)
                .param("leader", leader.value())
                .param("after", after)
                .param("limit", limit)
                .query(PlanRows::read)
                .list();
    }

    static Plan read(ResultSet row, int number) throws SQLException {
        @Nullable UUID leader = row.getObject("leader_id", UUID.class);
        @Nullable OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Plan(
                new CommunityId(row.getObject("community_id", UUID.class)),
                row.getObject("id", UUID.class),
                new Code(row.getString("code")),
                terms(row),
                leader == null ? null : new MemberId(leader),
                ended == null ? null : ended.toInstant());
    }

    /** The columns that a plan and what was taken of it have in common. */
    static PlanTerms terms(ResultSet row) throws SQLException {
        @Nullable String campaign = row.getString("campaign_code");
        return new PlanTerms(
                row.getString("title"),
                Money.ofFen(row.getLong("price_fen")),
                row.getInt("days"),
                new Percentage(row.getInt("basis_points")),
                row.getInt("points_percent"),
                campaign == null ? null : new Code(campaign),
                row.getBoolean("served_first"));
    }
}
