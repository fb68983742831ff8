package tuanju.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import support.Visitor;
import tuanju.community.Code;
import tuanju.coupon.CouponGiving.Gift;
import tuanju.member.SignedIn;
import tuanju.money.Money;
import tuanju.plan.Subscription.Status;

@DisplayName("The coupons that a plan promises each month are there for whoever paid for them")
class PromisedCouponsTest extends PlanExample {

    @Autowired
    MockMvc mvc;

    @Test
    @DisplayName("however many other coupons are made after them")
    void amongMany() {
        var plan = plan(campaign());
        for (int i = 0; i < 21; i++) {
            campaign();
        }
        assertThat(plans.isOffered(plan)).isTrue();
        assertThat(taken(plan).status()).isEqualTo(Status.RUNNING);
    }

    @Test
    @DisplayName("they are not ended while the plan can be taken, nor while somebody has it, and are afterwards")
    void notEndedBefore() throws Exception {
        var campaign = campaign();
        var plan = plan(campaign);
        assertThat(end(campaign)).contains("会员计划答应了");
        var runs = taken(plan);
        plans.end(new Plans.Maker(home.member(2), true), plan.code());
        assertThat(end(campaign)).contains("会员计划答应了");
        assertThat(coupons.monthlyAmong(List.of(campaign))).containsKey(campaign);
        ending.cancel(me, runs.code());
        assertThat(end(campaign)).isEqualTo("null");
        assertThat(coupons.monthlyAmong(List.of(campaign))).isEmpty();
    }

    /** What the page says against it. */
    private String end(Code campaign) throws Exception {
        var operator = new SignedIn(home.member(2), "运营", false);
        return String.valueOf(mvc.perform(post("/operate/coupons/" + campaign + "/end")
                        .with(csrf())
                        .with(Visitor.signedIn(operator)))
                .andReturn()
                .getFlashMap()
                .get("flashError"));
    }

    private Code campaign() {
        var three = Money.ofYuan("3");
        var gift = new Gift("每月三元", three, null, Money.ofYuan("30"), null, Money.ofYuan("100"), Duration.ofDays(200));
        return coupons.openForPlans(home.member(2), home.id(), gift);
    }

    private Plan plan(Code campaign) {
        return plans.make(
                new Plans.Maker(home.member(2), true),
                home.id(),
                new PlanDraft(null, "季卡", 60_00L, 90, null, null, campaign.value(), null, null));
    }
}
