package tuanju.plan;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.coupon.CouponGiving;

/** A coupon each month is promised by a plan that can be taken, and to everybody whose plan is not over. */
@Component
@RequiredArgsConstructor
class PlanPromises implements CouponGiving.Promised {

    private final JdbcClient jdbc;

    @Override
    public boolean isPromised(CommunityId community, Code campaign) {
        return jdbc.sql("""
            select exists (select from plan
                    where community_id = :community and campaign_code = :campaign and ended_at is null)
                or exists (select from plan_subscription
                    where community_id = :community and campaign_code = :campaign
                        and status in ('PLACED', 'RUNNING', 'NEXT'))
            """)
                .param("community", community.value())
                .param("campaign", campaign.value())
                .query(Boolean.class)
                .single();
    }
}
