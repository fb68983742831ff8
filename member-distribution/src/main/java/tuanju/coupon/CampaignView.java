package tuanju.coupon;

import tuanju.community.CommunityCard;

/**
 * A campaign as pages show it.
 *
 * @param link where its coupons are claimed
 */
record CampaignView(CommunityCard community, Campaign campaign, Campaign.State state, String link) {

    public NewCampaign what() {
        return campaign.what();
    }

    public CouponTerms terms() {
        return campaign.what().terms();
    }

    public boolean isOpen() {
        return state == Campaign.State.OPEN || state == Campaign.State.COMING;
    }

    /** How many can still be claimed; empty where nobody counts. */
    public String unclaimed() {
        var most = what().mostClaims();
        return most == null ? "" : Integer.toString(Math.max(0, most - campaign.claimed()));
    }
}
