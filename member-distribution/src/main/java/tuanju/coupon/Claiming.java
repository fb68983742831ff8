package tuanju.coupon;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.order.FirstOrders;
import tuanju.points.PointsSpending;

/** A member claims a coupon of a campaign whose code they have. */
@Component
@RequiredArgsConstructor
class Claiming {

    private final Campaigns campaigns;
    private final Communities communities;
    private final FirstOrders firstOrders;
    private final PointsSpending points;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * By one statement that counts as it gives. Refuses with CannotClaim (409 limit-reached, budget-spent, coupon-not-open,
     * coupon-of-members, coupon-first-order-only) and NotFound.
     */
    @Transactional
    ClaimedCoupon claim(MemberId member, Code code) {
        var campaign = campaigns.any(code);
        if (!campaign.what().way().isClaimed()) {
            throw CannotClaim.notOpen();
        }
        if (campaign.what().terms().firstOrder() && firstOrders.hasBought(member, campaign.community())) {
            throw CannotClaim.notFirst();
        }
        return insert(member, campaign).orElseThrow(() -> whyNot(member, campaign.code()));
    }

    /**
     * The same of one that costs points, which are spent only where it is given: all of it or nothing. Refuses as claiming does, and with
     * NotEnoughPoints.
     */
    @Transactional
    ClaimedCoupon exchange(MemberId member, Code code) {
        var campaign = campaigns.any(code);
        var price = campaign.what().points();
        if (price == null) {
            throw CannotClaim.notOpen();
        }
        if (campaign.what().terms().firstOrder() && firstOrders.hasBought(member, campaign.community())) {
            throw CannotClaim.notFirst();
        }
        var had = insert(member, campaign).orElseThrow(() -> whyNot(member, campaign.code()));
        points.spend(
                campaign.community(), member, price, Ids.next(), campaign.what().title());
        return had;
    }

    private Optional<ClaimedCoupon> insert(MemberId member, Campaign campaign) {
        var code = communities.nextCode(campaign.community());
        return jdbc.sql("""
            with counted as (
                update coupon_campaign c set claimed = claimed + 1
                where community_id = :community and id = :campaign and ended_at is null
                    and may_see(community_id, :member, visible_from) and opens <= now() and closes > now() and claimed < coalesce(most_claims, claimed + 1)
                    and budget_fen - held_fen - given_fen >= case kind when 'AMOUNT' then off_fen else 1 end
                    and (points_price is null or budget_fen >= off_fen * (claimed + 1))
                    and per_person > (select count(*) from coupon k where k.community_id = c.community_id
                        and k.campaign_id = c.id and k.member_id = :member and k.nth is not null)
                returning closes, lasts_days
            )
            insert into coupon (community_id, id, code, campaign_id, member_id, nth, ends_at)
            select :community, :id, :code, :campaign, :member,
                (select count(*) + 1 from coupon k where k.community_id = :community
                    and k.campaign_id = :campaign and k.member_id = :member and k.nth is not null),
                least(closes, now() + make_interval(days => lasts_days))
            from counted
            on conflict do nothing
            returning ends_at
            """)
                .param("community", campaign.community().value())
                .param("campaign", campaign.id())
                .param("member", member.value())
                .param("id", Ids.next())
                .param("code", code.value())
                .query((row, number) -> new ClaimedCoupon(
                        code.value(),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** A second look says why; whoever claimed twice at once has as many as they may. */
    private CannotClaim whyNot(MemberId member, Code code) {
        var now = campaigns.any(code);
        if (now.stateAt(clock.instant()) != Campaign.State.OPEN) {
            return CannotClaim.notOpen();
        }
        var from = now.what().terms().visibility().from();
        if (from != null && !maySee(member, now)) {
            return CannotClaim.notTheirs(from);
        }
        return now.isSpent() && claimedBy(member, now) < now.what().perPerson() && !allClaimed(now)
                ? CannotClaim.budgetSpent()
                : CannotClaim.limitReached();
    }

    /** Whether this member is among those it is for. */
    boolean maySee(MemberId member, Campaign campaign) {
        return jdbc.sql("select may_see(:community, :member, cast(:from as smallint))")
                .param("community", campaign.community().value())
                .param("member", member.value())
                .param("from", campaign.what().terms().visibility().from())
                .query(Boolean.class)
                .single();
    }

    private static boolean allClaimed(Campaign campaign) {
        var most = campaign.what().mostClaims();
        return most != null && campaign.claimed() >= most;
    }

    /** How many of a campaign this member has claimed. */
    int claimedBy(MemberId member, Campaign campaign) {
        return jdbc.sql("""
            select count(*) from coupon
            where community_id = :community and campaign_id = :campaign and member_id = :member and nth is not null
            """)
                .param("community", campaign.community().value())
                .param("campaign", campaign.id())
                .param("member", member.value())
                .query(Integer.class)
                .single();
    }
}
