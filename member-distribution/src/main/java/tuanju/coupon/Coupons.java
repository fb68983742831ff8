package tuanju.coupon;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.order.book.OrderHomes;

/** Reads coupons, for their owners. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class Coupons {

    private static final int CLAIMABLE = 20;
    private static final int FOR_POINTS = 100;

    private final CampaignRows campaigns;
    private final OrderHomes homes;
    private final Communities communities;
    private final JdbcClient jdbc;

    /** This member's, those that can be used first and of those what ends first; after this one. */
    List<OwnCoupon> of(MemberId member, @Nullable UUID after, int limit) {
        return jdbc.sql("""
            with mine as (
                select k.community_id, k.id, k.code as coupon_code, k.ends_at, c.title, c.off_fen, c.basis_points, c.from_fen,
                    c.goods, c.product_id, c.goods_name, c.first_order, c.stacking, c.funder, c.visible_from,
                    case when u.state = 'HELD' then 'HELD' when u.state = 'GIVEN' then 'USED'
                        when k.ends_at <= now() then 'ENDED' else 'FREE' end as standing
                from coupon k
                join coupon_campaign c on c.community_id = k.community_id and c.id = k.campaign_id
                left join coupon_use u on u.community_id = k.community_id and u.coupon_id = k.id
                    and u.state in ('HELD', 'GIVEN')
                where k.member_id = :member and k.withdrawn_at is null
            ), ranked as (
                select *, row_number() over (order by array_position(array['FREE', 'HELD', 'USED', 'ENDED'], standing),
                    case when standing in ('FREE', 'HELD') then ends_at end, ends_at desc, id) as rank
                from mine
            )
            select * from ranked
            where rank > coalesce((select rank from ranked where id = cast(:after as uuid)), 0)
            order by rank limit :limit
            """)
                .param("member", member.value())
                .param("after", after)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    /** What this member may claim in the communities they order in. */
    List<Campaign> claimableBy(MemberId member) {
        return campaigns.open(List.copyOf(homes.of(member)), NewCampaign.Way.CLAIM, member, CLAIMABLE);
    }

    /** What this member may have there for points, those it costs too much too. */
    List<Campaign> forPoints(CommunityId community, MemberId member) {
        return campaigns.open(List.of(community), NewCampaign.Way.POINTS, member, FOR_POINTS);
    }

    /** What is given in the communities they order in to whoever brings a neighbour. */
    List<Campaign> invitesFor(MemberId member) {
        return campaigns.invites(List.copyOf(homes.of(member)));
    }

    private OwnCoupon read(ResultSet row, int number) throws SQLException {
        return new OwnCoupon(
                row.getObject("id", UUID.class),
                new Code(row.getString("coupon_code")),
                communities.get(new CommunityId(row.getObject("community_id", UUID.class))),
                row.getString("title"),
                CampaignRows.terms(row),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                OwnCoupon.State.valueOf(row.getString("standing")));
    }
}
