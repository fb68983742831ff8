package tuanju.plan;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.community.Leaders;
import tuanju.coupon.CouponGiving;
import tuanju.coupon.CouponGiving.PlanGift;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.moderation.Moderation;
import tuanju.moderation.Written;

/** Makes plans and ends them: leaders for their own cycles, operators for a whole community. */
@Component
@RequiredArgsConstructor
public class Plans {

    private final PlanRows rows;
    private final Communities communities;
    private final Leaders leaders;
    private final CouponGiving gifts;
    private final Moderation moderation;
    private final AuditTrail audit;
    private final Clock clock;

    /**
     * Who makes a plan, and through which door they came.
     *
     * @param operator whether through that of the operators
     */
    record Maker(MemberId member, boolean operator) {

        @Nullable
        MemberId leader() {
            return operator ? null : member;
        }
    }

    /** What it would be. Refuses with Invalid, with AgainstTheLaw (422), and with NotFound who may not make it. */
    PlanTerms preview(Maker maker, CommunityId community, PlanDraft draft) {
        if (!maker.operator() && !leaders.leads(maker.member(), community)) {
            throw new NotFound();
        }
        var wanted = draft.read();
        moderation.mustPass(Written.TEXT, "title", wanted.title());
        mustHaveItsCoupons(community, maker.leader(), wanted);
        if (!maker.operator() && (wanted.hasPoints() || wanted.servedFirst())) {
            throw new Invalid(wanted.hasPoints() ? "pointsPercent" : "servedFirst", "plan-operators-only");
        }
        return wanted;
    }

    /** Makes it; members may take it from now on. Refuses as the preview does. */
    @Transactional
    Plan make(Maker maker, CommunityId community, PlanDraft draft) {
        var wanted = preview(maker, community, draft);
        var made = new Plan(community, Ids.next(), communities.nextCode(community), wanted, maker.leader(), null);
        rows.insert(made, maker.member());
        audit.record(
                maker.member().value(),
                "plan.made",
                made.code().value(),
                wanted.title() + " " + wanted.price() + " / " + wanted.days() + " d");
        return made;
    }

    /** A plan of a whole community, with a lower price, more points and a coupon each month, for whoever sets up one to look at. */
    @Transactional
    public Code open(MemberId operator, CommunityId community, String title, long priceFen, Code campaign) {
        var draft = new PlanDraft(null, title, priceFen, 30, 300, 150, campaign.value(), true, null);
        return make(new Maker(operator, true), community, draft).code();
    }

    /** Nobody takes it any more; who has it keeps it until its end. Twice is once. Refuses with NotFound whose it is not. */
    @Transactional
    void end(Maker maker, Code code) {
        var plan = own(maker, code);
        if (rows.end(plan.community(), plan.id())) {
            audit.record(
                    maker.member().value(),
                    "plan.ended",
                    code.value(),
                    plan.terms().title());
        }
    }

    /** Refuses with NotFound what this member may not steer: leaders their own, operators all. */
    Plan own(Maker maker, Code code) {
        var plan = any(code);
        if (!maker.operator() && !maker.member().equals(plan.leader())) {
            throw new NotFound();
        }
        return plan;
    }

    /** Refuses with NotFound. */
    Plan any(Code code) {
        return rows.find(communities.of(code).id(), code).orElseThrow(NotFound::new);
    }

    /** A leader's own, newest first. */
    List<Plan> page(MemberId leader, @Nullable UUID after, int limit) {
        return rows.page(leader, after, limit);
    }

    /** Whether it can be taken: it is open, who made it still leads, and its coupons are there for all of its time. */
    boolean isOffered(Plan plan) {
        return !offered(List.of(plan)).isEmpty();
    }

    /** Those of these that can be taken; asks as often however many they are. */
    List<Plan> offered(List<Plan> plans) {
        var coupons = gifts.monthlyAmong(plans.stream()
                .flatMap(it -> Stream.ofNullable(it.terms().campaign()))
                .toList());
        var leading = plans.stream()
                .filter(it -> it.leader() != null)
                .map(Plan::community)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), leaders::of));
        return plans.stream()
                .filter(Plan::isOpen)
                .filter(it -> it.leader() == null
                        || leading.getOrDefault(it.community(), List.of()).contains(it.leader()))
                .filter(it -> hasItsCoupons(it.leader(), it.terms(), coupons))
                .toList();
    }

    private void mustHaveItsCoupons(CommunityId community, @Nullable MemberId leader, PlanTerms terms) {
        var campaign = terms.campaign();
        if (campaign == null) {
            return;
        }
        var coupons = gifts.monthlyAmong(List.of(campaign));
        var monthly = coupons.get(campaign);
        boolean here =
                campaign.communityShortCode().equals(communities.get(community).shortCode());
        if (monthly == null || !here || !Objects.equals(monthly.leader(), leader)) {
            throw new Invalid("campaign", "plan-no-such-coupon");
        }
        if (!hasItsCoupons(leader, terms, coupons)) {
            throw new Invalid("campaign", "plan-coupon-ends");
        }
    }

    private boolean hasItsCoupons(@Nullable MemberId leader, PlanTerms terms, Map<Code, PlanGift> coupons) {
        var campaign = terms.campaign();
        if (campaign == null) {
            return true;
        }
        var monthly = coupons.get(campaign);
        return monthly != null && monthly.lasts(leader, clock.instant().plus(Duration.ofDays(terms.days())));
    }

    /** What its coupons are called; empty where none comes with it. */
    String couponOf(CommunityId community, PlanTerms terms) {
        return terms.campaign() == null
                ? ""
                : gifts.title(community, terms.campaign()).orElse("");
    }
}
