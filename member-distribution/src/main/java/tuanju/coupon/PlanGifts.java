package tuanju.coupon;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.money.Money;

/** Coupons that plans give each month, for whoever knows who has a plan: put into members' hands, and what they saved. */
@Component
@RequiredArgsConstructor
public class PlanGifts {

    private final Communities communities;
    private final JdbcClient jdbc;

    /** A campaign that plans may name. */
    public record PlanGift(Code code, String title) {}

    /** Those that are open now and are the leader's own, or where nobody leads the platform's; newest first. */
    @Transactional(readOnly = true)
    public List<PlanGift> open(CommunityId community, @Nullable MemberId leader) {
        return jdbc.sql("""
            select code, title from coupon_campaign
            where community_id = :community and way = 'PLAN' and ended_at is null and closes > now()
                and leader_id is not distinct from cast(:leader as uuid)
            order by id desc limit 20
            """)
                .param("community", community.value())
                .param("leader", leader == null ? null : leader.value())
                .query((row, number) -> new PlanGift(new Code(row.getString("code")), row.getString("title")))
                .list();
    }

    /** What it is called; empty for what is none. */
    @Transactional(readOnly = true)
    public Optional<String> title(CommunityId community, Code campaign) {
        return jdbc.sql("""
            select title from coupon_campaign where community_id = :community and code = :code and way = 'PLAN'
            """)
                .param("community", community.value())
                .param("code", campaign.value())
                .query(String.class)
                .optional();
    }

    /** Puts one into this member's hands, counted; empty where the campaign is over or has nothing left. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> give(CommunityId community, Code campaign, MemberId member) {
        return jdbc.sql("""
            with counted as (
                update coupon_campaign c set claimed = claimed + 1
                where community_id = :community and code = :campaign and way = 'PLAN' and ended_at is null
                    and opens <= now() and closes > now() and claimed < coalesce(most_claims, claimed + 1)
                    and budget_fen - held_fen - given_fen >= case kind when 'AMOUNT' then off_fen else 1 end
                returning id, closes, lasts_days
            )
            insert into coupon (community_id, id, code, campaign_id, member_id, nth, ends_at)
            select :community, :id, :code, counted.id, :member,
                (select coalesce(max(nth), 0) + 1 from coupon k where k.community_id = :community
                    and k.campaign_id = counted.id and k.member_id = :member and k.nth is not null),
                least(closes, now() + make_interval(days => coalesce(lasts_days, 31)))
            from counted
            returning id
            """)
                .param("community", community.value())
                .param("campaign", campaign.value())
                .param("member", member.value())
                .param("id", Ids.next())
                .param("code", communities.nextCode(community).value())
                .query(UUID.class)
                .optional();
    }

    /** What orders cost less by these, and by what replaced them, and did not come back. */
    @Transactional(readOnly = true)
    public Money saved(CommunityId community, List<UUID> coupons) {
        return jdbc.sql("""
            select coalesce(sum(u.amount_fen - u.returned_fen), 0)::bigint from coupon_use u
            join coupon k on k.community_id = u.community_id and k.id = u.coupon_id
            where u.community_id = :community and (k.id = any(:coupons) or k.replaces = any(:coupons))
                and u.state in ('GIVEN', 'GIVEN_LATE')
            """)
                .param("community", community.value())
                .param("coupons", coupons.toArray(UUID[]::new))
                .query((row, number) -> Money.ofFen(row.getLong(1)))
                .single();
    }
}
