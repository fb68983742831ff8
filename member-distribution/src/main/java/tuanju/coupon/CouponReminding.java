package tuanju.coupon;

import java.time.OffsetDateTime;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.member.MemberId;
import tuanju.notification.Notification;
import tuanju.notification.Notifications;
import tuanju.notification.Notifications.Telling;

/** Tells members a week before a coupon of theirs ends, once, and when no more are given; of one that never had a week nobody speaks. */
@Component
@RequiredArgsConstructor
class CouponReminding {

    private static final int AT_ONCE = 500;

    private final Notifications notifications;
    private final JdbcClient jdbc;

    /** Answers how many were told of. */
    @Transactional
    int run() {
        var due = jdbc.sql("""
            with due as (
                select k.community_id, k.id from coupon k
                where k.reminded_at is null and k.withdrawn_at is null
                    and k.ends_at > now() and k.ends_at <= now() + interval '7 days'
                    and k.claimed_at < k.ends_at - interval '7 days'
                    and not exists (select from coupon_use u where u.community_id = k.community_id and u.coupon_id = k.id
                        and u.state in ('HELD', 'GIVEN'))
                order by k.ends_at limit :most for update skip locked
            ), told as (
                update coupon k set reminded_at = now() from due
                where k.community_id = due.community_id and k.id = due.id
                returning k.community_id, k.id, k.campaign_id, k.member_id, k.ends_at
            )
            select t.id, t.member_id, t.ends_at, c.title from told t
            join coupon_campaign c on c.community_id = t.community_id and c.id = t.campaign_id
            """)
                .param("most", AT_ONCE)
                .query((row, number) -> new Telling(
                        new MemberId(row.getObject("member_id", UUID.class)),
                        Notification.of(
                                "coupon:" + row.getObject("id", UUID.class) + ":soon",
                                "coupon.told.soon",
                                "/me/coupons",
                                row.getString("title"),
                                row.getObject("ends_at", OffsetDateTime.class).toInstant())))
                .list();
        notifications.tell(due);
        return due.size();
    }

    /** Whoever has an unused one of a campaign that was ended before its time: no more are given, and until when theirs lasts. */
    @Transactional
    void tellEnded(Campaign campaign) {
        notifications.tell(jdbc.sql("""
            select k.id, k.member_id, k.ends_at from coupon k
            where k.community_id = :community and k.campaign_id = :campaign and k.withdrawn_at is null and k.ends_at > now()
                and not exists (select from coupon_use u where u.community_id = k.community_id and u.coupon_id = k.id
                    and u.state in ('HELD', 'GIVEN'))
            order by k.id
            """)
                .param("community", campaign.community().value())
                .param("campaign", campaign.id())
                .query((row, number) -> new Telling(
                        new MemberId(row.getObject("member_id", UUID.class)),
                        Notification.of(
                                "coupon:" + row.getObject("id", UUID.class) + ":campaign",
                                "coupon.told.campaign-ended",
                                "/me/coupons",
                                campaign.what().title(),
                                row.getObject("ends_at", OffsetDateTime.class).toInstant())))
                .list());
    }
}
