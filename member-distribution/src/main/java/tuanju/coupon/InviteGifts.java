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
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.member.MemberId;

/** What a new neighbour and who brought them get, for whoever knows that somebody was brought: put into their hands, taken back. */
@Component
@RequiredArgsConstructor
public class InviteGifts {

    private final Communities communities;
    private final JdbcClient jdbc;

    /**
     * A campaign of such coupons.
     *
     * @param leader in whose orders they count; null for all
     */
    public record InviteGift(
            CommunityId community,
            UUID campaign,
            String title,
            @Nullable MemberId leader) {}

    /** The one of a community that is open for orders of this leader, the leader's own before the platform's. */
    @Transactional(readOnly = true)
    public Optional<InviteGift> open(CommunityId community, MemberId leader) {
        return jdbc.sql("""
            select id, title, leader_id from coupon_campaign
            where community_id = :community and way = 'INVITE' and ended_at is null and opens <= now() and closes > now()
                and (leader_id is null or leader_id = :leader)
            order by leader_id is null, id desc limit 1
            """)
                .param("community", community.value())
                .param("leader", leader.value())
                .query((row, number) -> {
                    @Nullable UUID of = row.getObject("leader_id", UUID.class);
                    return new InviteGift(
                            community,
                            row.getObject("id", UUID.class),
                            row.getString("title"),
                            of == null ? null : new MemberId(of));
                })
                .optional();
    }

    /** How many one member may get a month for bringing others. */
    @Transactional(readOnly = true)
    public int perMonth(CommunityId community, UUID campaign) {
        return jdbc.sql("select per_person from coupon_campaign where community_id = :community and id = :campaign")
                .param("community", community.value())
                .param("campaign", campaign)
                .query(Integer.class)
                .single();
    }

    /** Puts one into this member's hands, counted; empty where the campaign is over or has nothing left. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> give(CommunityId community, UUID campaign, MemberId member) {
        return jdbc.sql("""
            with counted as (
                update coupon_campaign c set claimed = claimed + 1
                where community_id = :community and id = :campaign and way = 'INVITE' and ended_at is null
                    and closes > now() and claimed < coalesce(most_claims, claimed + 1)
                    and budget_fen - held_fen - given_fen >= off_fen
                returning closes, lasts_days
            )
            insert into coupon (community_id, id, code, campaign_id, member_id, nth, ends_at)
            select :community, :id, :code, :campaign, :member,
                (select coalesce(max(nth), 0) + 1 from coupon k where k.community_id = :community
                    and k.campaign_id = :campaign and k.member_id = :member and k.nth is not null),
                least(closes, now() + make_interval(days => lasts_days))
            from counted
            returning id
            """)
                .param("community", community.value())
                .param("campaign", campaign)
                .param("member", member.value())
                .param("id", Ids.next())
                .param("code", communities.nextCode(community).value())
                .query(UUID.class)
                .optional();
    }

    /**
     * Takes back those of these that are on no order, and whatever replaced them; those that are on one stay there, and do not come back
     * from it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(CommunityId community, List<UUID> coupons) {
        // the row first, so that one that comes back at this moment is seen there or knows of this
        jdbc.sql("""
            update coupon k set stays_with_order = true
            where k.community_id = :community and (k.id = any(:coupons) or k.replaces = any(:coupons)) and k.withdrawn_at is null
            """)
                .param("community", community.value())
                .param("coupons", coupons.toArray(UUID[]::new))
                .update();
        jdbc.sql("""
            update coupon k set withdrawn_at = now()
            where k.community_id = :community and (k.id = any(:coupons) or k.replaces = any(:coupons)) and k.withdrawn_at is null
                and not exists (select from coupon_use u where u.community_id = k.community_id and u.coupon_id = k.id
                    and u.state in ('HELD', 'GIVEN', 'GIVEN_LATE'))
            """)
                .param("community", community.value())
                .param("coupons", coupons.toArray(UUID[]::new))
                .update();
    }
}
