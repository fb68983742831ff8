package tuanju.coupon;

import java.time.Clock;
import java.time.Duration;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.membership.Visibility;
import tuanju.money.Money;
import tuanju.money.Percentage;
import tuanju.price.Funder;

/** What the platform gives away in a community, for other modules: makes it, and puts it into members' hands. */
@Component
@RequiredArgsConstructor
public class CouponGiving {

    private final Campaigns campaigns;
    private final Claiming claiming;
    private final Clock clock;

    /**
     * A coupon to be given.
     *
     * @param off an amount; of a percentage the most that it takes off
     * @param category of goods that count; null for all
     * @param visibility who may have and use one
     */
    public record Gift(
            String title,
            Money off,
            @Nullable Percentage percent,
            Money from,
            @Nullable String category,
            Money budget,
            Duration length,
            Visibility visibility) {

        /** For everybody. */
        public Gift(
                String title,
                Money off,
                @Nullable Percentage percent,
                Money from,
                @Nullable String category,
                Money budget,
                Duration length) {
            this(title, off, percent, from, category, budget, length, Visibility.PUBLIC);
        }
    }

    /** Makes it, one each, found by everybody who orders there. Refuses with Invalid. */
    @Transactional
    public Code open(MemberId operator, CommunityId community, Gift gift) {
        return make(operator, community, gift, NewCampaign.Way.CLAIM, 1, null);
    }

    /** Makes one that nobody claims, for whoever brings a neighbour, so many a month at most, and that neighbour. Refuses with Invalid. */
    @Transactional
    public Code openInvite(MemberId operator, CommunityId community, Gift gift, int perMonth) {
        return make(operator, community, gift, NewCampaign.Way.INVITE, perMonth, null);
    }

    /** Makes one that whoever's order is handed over has for the next, so many each at most. Refuses with Invalid. */
    @Transactional
    public Code openWithOrders(MemberId operator, CommunityId community, Gift gift, int each) {
        return make(operator, community, gift, NewCampaign.Way.GIFT, each, null);
    }

    /** Makes one that members have for points of theirs, one each. Refuses with Invalid. */
    @Transactional
    public Code openForPoints(MemberId operator, CommunityId community, Gift gift, int points) {
        return make(operator, community, gift, NewCampaign.Way.POINTS, 1, points);
    }

    /** Makes one that whoever has a plan that names it has each month. Refuses with Invalid. */
    @Transactional
    public Code openForPlans(MemberId operator, CommunityId community, Gift gift) {
        return make(operator, community, gift, NewCampaign.Way.PLAN, 1, null);
    }

    private Code make(
            MemberId operator,
            CommunityId community,
            Gift gift,
            NewCampaign.Way way,
            int each,
            @Nullable Integer points) {
        var draft = new CampaignDraft(
                null,
                gift.title(),
                gift.percent() == null ? CouponTerms.Kind.AMOUNT : CouponTerms.Kind.PERCENT,
                gift.off().fen(),
                gift.percent() == null ? null : gift.percent().basisPoints(),
                gift.from().fen(),
                null,
                gift.category(),
                false,
                gift.visibility().word(),
                null,
                Funder.PLATFORM,
                gift.budget().fen(),
                each,
                null,
                way,
                null,
                clock.instant().plus(gift.length()),
                null,
                points);
        return campaigns.make(new Maker(operator, true), community, draft).code();
    }

    /** Puts one into this member's hands. Refuses as claiming does. */
    @Transactional
    public void give(MemberId member, Code campaign) {
        claiming.claim(member, campaign);
    }
}
