package tuanju.coupon;

import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.community.Communities;
import tuanju.page.BaseAddress;

/** Makes campaigns ready for pages. */
@Component
@RequiredArgsConstructor
class CampaignViews {

    private final Communities communities;
    private final BaseAddress base;
    private final Clock clock;

    CampaignView of(Campaign campaign) {
        return new CampaignView(
                communities.get(campaign.community()),
                campaign,
                campaign.stateAt(clock.instant()),
                base.of("/coupons/" + campaign.code()));
    }
}
