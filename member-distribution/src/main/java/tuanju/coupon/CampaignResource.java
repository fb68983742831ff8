package tuanju.coupon;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.price.Funder;

/** A campaign as its maker's programs see it; amounts in fen. */
record CampaignResource(
        String code,
        String title,
        Campaign.State state,
        CouponTerms.Kind kind,
        long offFen,
        @Nullable Integer basisPoints,
        long fromFen,
        @Nullable UUID product,
        String goods,
        boolean firstOrder,
        String visibility,
        String stacking,
        Funder funder,
        long budgetFen,
        long heldFen,
        long givenFen,
        int perPerson,
        @Nullable Integer mostClaims,
        int claimed,
        NewCampaign.Way way,
        Instant opens,
        Instant closes,
        @Nullable Integer lastsDays,
        @Nullable Integer points) {

    static CampaignResource of(Campaign campaign, Instant now) {
        var what = campaign.what();
        var terms = what.terms();
        return new CampaignResource(
                campaign.code().value(),
                what.title(),
                campaign.stateAt(now),
                terms.kind(),
                terms.off().fen(),
                terms.percent() == null ? null : terms.percent().basisPoints(),
                terms.from().fen(),
                terms.goods().product(),
                terms.goods().name(),
                terms.firstOrder(),
                terms.visibility().word(),
                terms.stacking(),
                terms.funder(),
                what.budget().fen(),
                campaign.held().fen(),
                campaign.given().fen(),
                what.perPerson(),
                what.mostClaims(),
                campaign.claimed(),
                what.way(),
                what.opens(),
                what.closes(),
                what.lastsDays(),
                what.points());
    }
}
