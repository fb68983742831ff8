package tuanju.coupon;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.catalog.Catalog;
import tuanju.catalog.ProductId;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.community.Leaders;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.membership.Memberships;
import tuanju.moderation.Moderation;
import tuanju.moderation.Written;
import tuanju.money.Money;
import tuanju.money.Percentage;
import tuanju.price.Funder;
import tuanju.price.LeaderFees;
import tuanju.referral.LegalGuard;
import tuanju.referral.LegalGuard.Favour;

/**
 * Makes campaigns and ends them: operators for the platform or a supplier, leaders out of their own fee, and never more than the
 * fee of an order pays for.
 */
@Component
@RequiredArgsConstructor
class Campaigns {

    private static final Percentage NO_FEE = Percentage.ofPercent(0);
    /** A leader gives one thing off an order: a coupon, or what they give off all orders of a cycle. */
    static final String LEADERS = "leader";

    private final CampaignRows rows;
    private final Communities communities;
    private final Leaders leaders;
    private final Catalog catalog;
    private final Moderation moderation;
    private final Memberships memberships;
    private final CouponReminding telling;
    private final AuditTrail audit;
    private final Clock clock;
    private final List<CouponGiving.Promised> promises;
    // said by the module that pays leaders; where there is none nobody gets a fee
    private final ObjectProvider<LeaderFees> fees;

    /** What it would be. Refuses with Invalid, and with NotFound who may not make it. */
    NewCampaign preview(Maker maker, CommunityId community, CampaignDraft draft) {
        if (!maker.operator() && !leaders.leads(maker.member(), community)) {
            throw new NotFound();
        }
        var wanted = draft.read(goods(community, draft), clock.instant());
        moderation.mustPass(Written.TEXT, "title", wanted.title());
        LegalGuard.mustBeLegal(wanted.title());
        // it ends with its window and its budget, whatever else is said
        LegalGuard.mustBeLegal(Favour.coupon(!wanted.budget().isZero()));
        if (wanted.terms().funder() == Funder.LEADER) {
            if (maker.operator()) {
                throw new Invalid("funder", "coupon-funder-not-leader");
            }
            check(community, wanted.terms());
            return ofLeader(wanted);
        }
        if (!maker.operator()) {
            throw new Invalid("funder", "coupon-funder-leader");
        }
        if (wanted.terms().stacking().equals(LEADERS)) {
            throw new Invalid("stacking", "coupon-stacking-of-leaders");
        }
        return wanted;
    }

    /** How many members can have one now; null where it is for everybody. */
    @Nullable
    Integer members(CommunityId community, CouponTerms terms) {
        return terms.visibility().isPublic() ? null : memberships.count(community, terms.visibility());
    }

    /** Makes it. Refuses as the preview does. */
    @Transactional
    Campaign make(Maker maker, CommunityId community, CampaignDraft draft) {
        var wanted = preview(maker, community, draft);
        var made = new Campaign(
                community,
                Ids.next(),
                communities.nextCode(community),
                wanted,
                wanted.terms().funder() == Funder.LEADER ? maker.member() : null,
                Money.ZERO,
                Money.ZERO,
                0,
                null);
        rows.insert(made, maker.member());
        audit.record(
                maker.member().value(),
                "coupon.campaign",
                made.code().value(),
                wanted.title() + " ≤ " + wanted.budget());
        return made;
    }

    /** Its coupons were promised to members who paid for that, or still are to whoever pays (409). */
    static final class StillPromised extends Refusal {

        private StillPromised() {
            super(409, "coupon-promised");
        }
    }

    /**
     * None may be claimed any more; those that were stay, and who has one is told. Twice is once. Refuses with NotFound whose it is not, and with 409
     * what was promised.
     */
    @Transactional
    void end(Maker maker, Code code) {
        var campaign = own(maker, code);
        if (rows.end(campaign.community(), campaign.id())) {
            if (promises.stream().anyMatch(it -> it.isPromised(campaign.community(), code))) {
                throw new StillPromised();
            }
            telling.tellEnded(campaign);
            audit.record(
                    maker.member().value(),
                    "coupon.campaign-ended",
                    code.value(),
                    campaign.what().title());
        }
    }

    /** Refuses with NotFound what this member may not steer: leaders their own, operators all. */
    Campaign own(Maker maker, Code code) {
        var campaign = any(code);
        if (!maker.operator() && !maker.member().equals(campaign.leader())) {
            throw new NotFound();
        }
        return campaign;
    }

    /** Refuses with NotFound. */
    Campaign any(Code code) {
        return rows.find(communities.of(code).id(), code).orElseThrow(NotFound::new);
    }

    /** A leader's, or where nobody is named all; newest first. */
    List<Campaign> page(@Nullable MemberId leader, @Nullable UUID after, int limit) {
        return rows.page(leader, after, limit);
    }

    private CouponTerms.Goods goods(CommunityId community, CampaignDraft draft) {
        var category = draft.category() == null ? "" : draft.category().strip();
        if (draft.product() != null) {
            if (!category.isEmpty()) {
                throw new Invalid("category", "coupon-one-restriction");
            }
            try {
                var product = catalog.product(community, new ProductId(draft.product()));
                return new CouponTerms.Goods(CouponTerms.Scope.PRODUCT, draft.product(), product.name());
            } catch (NotFound nothing) {
                throw new Invalid("product", "coupon-no-such-goods");
            }
        }
        if (category.isEmpty()) {
            return CouponTerms.Goods.ALL;
        }
        if (catalog.products(community).stream().noneMatch(it -> it.category().equals(category))) {
            throw new Invalid("category", "coupon-no-such-goods");
        }
        return new CouponTerms.Goods(CouponTerms.Scope.CATEGORY, null, category);
    }

    private void check(CommunityId community, CouponTerms terms) {
        var source = fees.getIfAvailable();
        var fee = source == null ? NO_FEE : source.feeNow(community);
        var percent = terms.percent();
        boolean isPaid = percent == null
                ? !terms.off().isMoreThan(terms.from().share(fee))
                : percent.basisPoints() <= fee.basisPoints();
        if (!isPaid) {
            throw new Invalid(
                    percent == null ? "offFen" : "basisPoints", "coupon-above-fee", fee.basisPoints() / 100.0);
        }
    }

    private static NewCampaign ofLeader(NewCampaign wanted) {
        var terms = wanted.terms();
        return new NewCampaign(
                wanted.title(),
                new CouponTerms(
                        terms.off(),
                        terms.percent(),
                        terms.from(),
                        terms.goods(),
                        terms.firstOrder(),
                        LEADERS,
                        Funder.LEADER,
                        terms.visibility()),
                wanted.budget(),
                wanted.perPerson(),
                wanted.mostClaims(),
                wanted.way(),
                wanted.opens(),
                wanted.closes(),
                wanted.lastsDays(),
                wanted.points());
    }
}
