package tuanju.coupon;

import java.time.OffsetDateTime;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.member.MemberId;
import tuanju.notification.Notification;
import tuanju.notification.Notifications;
import tuanju.notification.Notifications.Telling;

/** Tells whoever has an unused coupon of a campaign that was ended before its time that no more are given, and until when theirs lasts. */
@Component
@RequiredArgsConstructor
class TellingCampaignEnded {

    private final Notifications notifications;
    private final JdbcClient jdbc;

    /** In the transaction that ends it, of each coupon once. */
    void tell(Campaign campaign) {
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
