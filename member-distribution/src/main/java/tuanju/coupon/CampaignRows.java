package tuanju.coupon;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
import tuanju.coupon.CouponGiving.PlanGift;
import tuanju.member.MemberId;
import tuanju.membership.Visibility;
import tuanju.money.Money;
import tuanju.money.Percentage;
import tuanju.price.Funder;

/** Campaigns in the database. */
@Component
@RequiredArgsConstructor
class CampaignRows {

    private static final String CAMPAIGN = """
        select community_id, id, code, title, off_fen, basis_points, from_fen, goods, product_id, goods_name, first_order,
            stacking, funder, leader_id, budget_fen, held_fen, given_fen, per_person, most_claims, claimed, way, opens,
            closes, lasts_days, ended_at, visible_from, points_price
        from coupon_campaign
        """;

    private final JdbcClient jdbc;

    void insert(Campaign made, MemberId by) {
        var what = made.what();
        var terms = what.terms();
        jdbc.sql("""
            insert into coupon_campaign (community_id, id, code, title, kind, off_fen, basis_points, from_fen, goods,
                product_id, goods_name, first_order, stacking, funder, leader_id, budget_fen, per_person, most_claims,
                way, opens, closes, lasts_days, visible_from, points_price, made_by)
            values (:community, :id, :code, :title, :kind, :off, :percent, :from, :goods, :product, :name, :first,
                :stacking, :funder, :leader, :budget, :perPerson, :mostClaims, :way, :opens, :closes, :lasts, :visibleFrom, :points, :by)
            """)
                .param("community", made.community().value())
                .param("id", made.id())
                .param("code", made.code().value())
                .param("title", what.title())
                .param("kind", terms.kind().name())
                .param("off", terms.off().fen())
                .param(
                        "percent",
                        terms.percent() == null ? null : terms.percent().basisPoints())
                .param("from", terms.from().fen())
                .param("goods", terms.goods().scope().name())
                .param("product", terms.goods().product())
                .param("name", terms.goods().name())
                .param("first", terms.firstOrder())
                .param("stacking", terms.stacking())
                .param("funder", terms.funder().name())
                .param("leader", made.leader() == null ? null : made.leader().value())
                .param("budget", what.budget().fen())
                .param("perPerson", what.perPerson())
                .param("mostClaims", what.mostClaims())
                .param("way", what.way().name())
                .param("opens", what.opens().atOffset(ZoneOffset.UTC))
                .param("closes", what.closes().atOffset(ZoneOffset.UTC))
                .param("lasts", what.lastsDays())
                .param("visibleFrom", terms.visibility().from())
                .param("points", what.points())
                .param("by", by.value())
                .update();
    }

    /** Whether it could still be claimed until now. */
    boolean end(CommunityId community, UUID campaign) {
        return jdbc.sql("""
            update coupon_campaign set ended_at = now()
            where community_id = :community and id = :campaign and ended_at is null
            """)
                        .param("community", community.value())
                        .param("campaign", campaign)
                        .update()
                == 1;
    }

    Optional<Campaign> find(CommunityId community, Code code) {
        return jdbc.sql(CAMPAIGN + "where community_id = :community and code = :code")
                .param("community", community.value())
                .param("code", code.value())
                .query(CampaignRows::read)
                .optional();
    }

    /** Those of a leader in all communities, or all there are; newest first, after this one. */
    List<Campaign> page(@Nullable MemberId leader, @Nullable UUID after, int limit) {
        return jdbc.sql(CAMPAIGN + """
            where (cast(:leader as uuid) is null or leader_id = cast(:leader as uuid))
                and (cast(:after as uuid) is null or id < cast(:after as uuid))
            order by id desc limit :limit
            """)
                .param("leader", leader == null ? null : leader.value())
                .param("after", after)
                .param("limit", limit)
                .query(CampaignRows::read)
                .list();
    }

    /** Those of these communities that this member can find and may have one of in this way, by when they end. */
    List<Campaign> open(List<CommunityId> communities, NewCampaign.Way way, MemberId member, int limit) {
        return jdbc.sql(CAMPAIGN + """
            where community_id = any(:communities) and way = :way and ended_at is null
                and may_see(community_id, :member, visible_from)
                and opens <= now() and closes > now() and claimed < coalesce(most_claims, claimed + 1)
                and budget_fen - held_fen - given_fen >= case kind when 'AMOUNT' then off_fen else 1 end
                and (points_price is null or budget_fen >= off_fen * (claimed + 1))
                and per_person > (select count(*) from coupon k
                    where k.community_id = coupon_campaign.community_id and k.campaign_id = coupon_campaign.id
                        and k.member_id = :member and k.nth is not null)
            order by closes, id limit :limit
            """)
                .param(
                        "communities",
                        communities.stream().map(CommunityId::value).toArray(UUID[]::new))
                .param("way", way.name())
                .param("member", member.value())
                .param("limit", limit)
                .query(CampaignRows::read)
                .list();
    }

    /** What these communities give to whoever brings a neighbour. */
    List<Campaign> invites(List<CommunityId> communities) {
        return jdbc.sql(CAMPAIGN + """
            where community_id = any(:communities) and way = 'INVITE' and ended_at is null and opens <= now() and closes > now()
                and budget_fen - held_fen - given_fen >= off_fen
            order by closes, id limit 20
            """)
                .param(
                        "communities",
                        communities.stream().map(CommunityId::value).toArray(UUID[]::new))
                .query(CampaignRows::read)
                .list();
    }

    static Campaign read(ResultSet row, int number) throws SQLException {
        var leader = row.getObject("leader_id", UUID.class);
        return new Campaign(
                new CommunityId(row.getObject("community_id", UUID.class)),
                row.getObject("id", UUID.class),
                new Code(row.getString("code")),
                new NewCampaign(
                        row.getString("title"),
                        terms(row),
                        Money.ofFen(row.getLong("budget_fen")),
                        row.getInt("per_person"),
                        row.getObject("most_claims", Integer.class),
                        NewCampaign.Way.valueOf(row.getString("way")),
                        row.getObject("opens", OffsetDateTime.class).toInstant(),
                        row.getObject("closes", OffsetDateTime.class).toInstant(),
                        row.getObject("lasts_days", Integer.class),
                        row.getObject("points_price", Integer.class)),
                leader == null ? null : new MemberId(leader),
                Money.ofFen(row.getLong("held_fen")),
                Money.ofFen(row.getLong("given_fen")),
                row.getInt("claimed"),
                row.getObject("ended_at") == null
                        ? null
                        : row.getObject("ended_at", OffsetDateTime.class).toInstant());
    }

    static CouponTerms terms(ResultSet row) throws SQLException {
        var percent = row.getObject("basis_points", Integer.class);
        return new CouponTerms(
                Money.ofFen(row.getLong("off_fen")),
                percent == null ? null : new Percentage(percent),
                Money.ofFen(row.getLong("from_fen")),
                new CouponTerms.Goods(
                        CouponTerms.Scope.valueOf(row.getString("goods")),
                        row.getObject("product_id", UUID.class),
                        row.getString("goods_name")),
                row.getBoolean("first_order"),
                row.getString("stacking"),
                Funder.valueOf(row.getString("funder")),
                Visibility.stored(row));
    }

    /** Those that can come with a plan of this leader's, or where nobody leads of the platform's; newest first. */
    List<PlanGift> monthly(CommunityId community, @Nullable MemberId leader) {
        return jdbc.sql("""
            select code, title, leader_id, closes from coupon_campaign
            where community_id = :community and can_come_with_a_plan(community_id, code)
                and leader_id is not distinct from cast(:leader as uuid)
            order by id desc limit 20
            """)
                .param("community", community.value())
                .param("leader", leader == null ? null : leader.value())
                .query(PlanGift::of)
                .list();
    }

    /** Those of these that can come with somebody's plan. */
    List<PlanGift> monthly(Collection<CommunityId> communities, Collection<Code> codes) {
        return jdbc.sql("""
            select code, title, leader_id, closes from coupon_campaign
            where community_id = any(:communities) and code = any(:codes) and can_come_with_a_plan(community_id, code)
            """)
                .param(
                        "communities",
                        communities.stream().map(CommunityId::value).toArray(UUID[]::new))
                .param("codes", codes.stream().map(Code::value).toArray(String[]::new))
                .query(PlanGift::of)
                .list();
    }
}
