package tuanju.coupon;

import java.time.OffsetDateTime;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.notification.Notification;
import tuanju.notification.Notifications;
import tuanju.order.OrderId;

/** Gives coupons back whose order ended otherwise; for one that ended meanwhile there is a new one for seven days. */
@Component
@RequiredArgsConstructor
class CouponReturning {

    private static final int DAYS = 7;

    private final UseRows uses;
    private final Communities communities;
    private final Notifications notifications;
    private final JdbcClient jdbc;

    @Transactional(propagation = Propagation.MANDATORY)
    void of(CommunityId community, OrderId order) {
        for (var back : uses.giveBack(community, order.value())) {
            if (back.gone()) {
                continue;
            }
            if (back.ended()) {
                replace(community, back);
            }
            tell(community, order, back);
        }
    }

    private void replace(CommunityId community, UseRows.Back back) {
        jdbc.sql("""
            insert into coupon (community_id, id, code, campaign_id, member_id, replaces, ends_at)
            values (:community, :id, :code, :campaign, :member, :replaces, now() + make_interval(days => :days))
            on conflict (community_id, replaces) do nothing
            """)
                .param("community", community.value())
                .param("id", Ids.next())
                .param("code", communities.nextCode(community).value())
                .param("campaign", back.campaign())
                .param("member", back.member().value())
                .param("replaces", back.coupon())
                .param("days", DAYS)
                .update();
    }

    private void tell(CommunityId community, OrderId order, UseRows.Back back) {
        jdbc.sql("""
            select c.title, k.ends_at from coupon k
            join coupon_campaign c on c.community_id = k.community_id and c.id = k.campaign_id
            where k.community_id = :community and (k.id = :coupon or k.replaces = :coupon)
            order by k.ends_at desc limit 1
            """)
                .param("community", community.value())
                .param("coupon", back.coupon())
                .query((row, number) -> Notification.of(
                        "coupon:" + back.coupon() + ":" + order.value(),
                        "coupon.told.back",
                        "/me/coupons",
                        row.getString("title"),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant()))
                .optional()
                .ifPresent(it -> notifications.tell(back.member(), it));
    }
}
