package tuanju.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tuanju.community.Code;

@DisplayName("A neighbour recommends")
class RecommendingIT extends Journey {

    private static final String STRAWBERRIES = "丹东草莓";
    private static final String NEIGHBOUR = "13800000101";

    @Autowired
    private Rewards rewards;

    @Test
    @DisplayName("by a link, paid, handed over, theirs, withdrawn, approved by two, and out of the books")
    void fromALinkToTheBank() {
        var order = bought(walker(Screen.PHONE));
        rewards.settled(order);
        assertThat(rewards.earned(NEIGHBOUR, order)).isPositive();

        var neighbour = walker(Screen.PHONE).signInByPassword(NEIGHBOUR).open("/me/recommendations");
        neighbour.sees("已归您", order.value()).look("recommendations").follow("提现");
        neighbour.look("withdrawals").press("提现").sees("已锁定，等待批准。").look("withdrawal-locked");

        var first = operator(Screen.DESK).open("/operate/payouts").press("汇总成批").follow("等待两人批准");
        first.press("批准").sees("等待第二人批准").look("payout-first").press("批准").sees("您已经批准过了");
        var second = walker(Screen.DESK).signInByPassword(rewards.anotherOperator());
        second.open(first.path()).press("批准").sees("已批准，等银行打款").press("银行已付").sees("已转出");
        second.look("payout-paid");

        neighbour.open("/me/withdrawals").sees("已转出").look("withdrawal-paid");
        assertThat(rewards.earned(NEIGHBOUR, order)).isZero();
    }

    @Test
    @DisplayName("a new neighbour's first order by a link gives both a coupon")
    void bothHaveACoupon() {
        var newcomer = walker(Screen.PHONE);
        rewards.settled(bought(newcomer));

        newcomer.open("/me/coupons").look("invite-newcomer");
        assertThat(own(newcomer)).contains("带邻居来", "下一单再减");
        var neighbour = walker(Screen.PHONE).signInByPassword(NEIGHBOUR).open("/me/coupons");
        assertThat(own(neighbour.look("invite-neighbour"))).contains("带邻居来");
    }

    /** The coupons in their hands. */
    private static String own(Walker walker) {
        return walker.page().locator("section:has(h2:text-is('我的券'))").innerText();
    }

    private Code bought(Walker buyer) {
        var offer = neighbours.offer(STRAWBERRIES).code();
        var link = rewards.link(NEIGHBOUR, offer);
        buyer.open("/o/" + offer + "?from=" + link).follow("单独买").proveByCode(neighbours.anyPhone(), "王阿姨");
        buyer.press("去付款").press("付款").sees("提货码");
        return new Code(buyer.path().substring("/orders/".length()));
    }
}
