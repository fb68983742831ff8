package tuanju.coupon;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.Communities;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.order.OrderFacts;

/** Whoever's order was handed over has a coupon for the next, once for an order; it goes, unused, when that order goes back whole. */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
class OrderGifts {

    private final Communities communities;
    private final InviteGifts gifts;
    private final JdbcClient jdbc;

    /** Of each campaign that is open for this leader's orders, while its buyer may have one and something is left of it. */
    void give(OrderFacts order, MemberId buyer) {
        open(order, buyer).forEach(it -> give(order, buyer, it));
    }

    /** What this order gave and nobody has used. */
    void takeBack(OrderFacts order) {
        gifts.withdraw(
                order.community(),
                jdbc.sql("select coupon_id from coupon_gift where community_id = :community and order_id = :order")
                        .param("community", order.community().value())
                        .param("order", order.order().value())
                        .query((row, number) -> Objects.requireNonNull(row.getObject("coupon_id", UUID.class)))
                        .list());
    }

    private List<UUID> open(OrderFacts order, MemberId buyer) {
        return jdbc.sql("""
            select id from coupon_campaign c
            where community_id = :community and way = 'GIFT' and ended_at is null and opens <= now() and closes > now()
                and (leader_id is null or leader_id = :leader) and may_see(community_id, :buyer, visible_from)
                and not exists (select from coupon_gift g
                    where g.community_id = c.community_id and g.order_id = :order and g.campaign_id = c.id)
            order by id limit 5
            """)
                .param("community", order.community().value())
                .param("leader", order.leader().value())
                .param("buyer", buyer.value())
                .param("order", order.order().value())
                .query((row, number) -> Objects.requireNonNull(row.getObject("id", UUID.class)))
                .list();
    }

    /** By one statement that counts as it gives. */
    private void give(OrderFacts order, MemberId buyer, UUID campaign) {
        jdbc.sql("""
            with counted as (
                update coupon_campaign c set claimed = claimed + 1
                where community_id = :community and id = :campaign and ended_at is null and closes > now()
                    and claimed < coalesce(most_claims, claimed + 1)
                    and budget_fen - held_fen - given_fen >= case kind when 'AMOUNT' then off_fen else 1 end
                    and per_person > (select count(*) from coupon k where k.community_id = c.community_id
                        and k.campaign_id = c.id and k.member_id = :member and k.nth is not null)
                returning closes, lasts_days
            ), given as (
                insert into coupon (community_id, id, code, campaign_id, member_id, nth, ends_at)
                select :community, :id, :code, :campaign, :member,
                    (select count(*) + 1 from coupon k where k.community_id = :community
                        and k.campaign_id = :campaign and k.member_id = :member and k.nth is not null),
                    least(closes, now() + make_interval(days => lasts_days))
                from counted
                returning community_id, campaign_id, id
            )
            insert into coupon_gift (community_id, order_id, campaign_id, coupon_id)
            select community_id, :order, campaign_id, id from given
            """)
                .param("community", order.community().value())
                .param("campaign", campaign)
                .param("member", buyer.value())
                .param("order", order.order().value())
                .param("id", Ids.next())
                .param("code", communities.nextCode(order.community()).value())
                .update();
    }
}
