package tuanju.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tuanju.community.Code;

@DisplayName("A team bought together")
class JoiningIT extends Journey {

    private static final String STRAWBERRIES = "丹东草莓";

    @ParameterizedTest
    @EnumSource(Screen.class)
    void fromASharedLinkToThePickupCode(Screen screen) {
        var team = neighbours.teamOpenedBy("李小花", STRAWBERRIES);
        var newcomer = walker(screen).open("/t/" + team).sees("还差 1 人成团");
        newcomer.follow("和李＊一起拼").look("sign-in").proveByCode(neighbours.anyPhone(), "王阿姨");
        newcomer.sees("一起拼", "¥35.80").look("checkout").press("占座并付款");
        newcomer.sees("演示支付").look("pay").press("付款");
        newcomer.sees("拼成了，等您来取", "提货码").look("order");
        assertThat(newcomer.page().locator(".pickup-code")).hasText(neighbours.pickupCode(orderOf(newcomer)));
        assertThat(neighbours.teamStands(team)).isEqualTo("FORMED, 2 paid");
        newcomer.open("/orders").sees("待取货").look("orders");
    }

    @Test
    void twoFillATeamAndTheFirstSeesItForm() {
        var first = walker(Screen.PHONE).open("/o/" + neighbours.offer(STRAWBERRIES).code());
        first.follow("开团").proveByCode(neighbours.anyPhone(), "陈奶奶");
        first.press("开团并付款").press("付款").sees("付好了，等人凑满").follow("看这个团");
        first.sees("还差 1 人", "发给邻居").look("team-mine");
        var team = new Code(first.path().substring("/t/".length()));

        var second = walker(Screen.DESK).open("/t/" + team).follow("和陈＊一起拼");
        second.proveByCode(neighbours.anyPhone(), "周叔").press("占座并付款");
        first.sees("付款中");
        second.press("付款").sees("拼成了，等您来取");

        first.sees("拼成了！", "提货码").look("team-formed");
        assertThat(neighbours.teamStands(team)).isEqualTo("FORMED, 2 paid");
    }

    @Test
    void aPaymentThatFailsCanBeMadeAgain() {
        var team = neighbours.teamOpenedBy("李小花", STRAWBERRIES);
        var buyer = atThePayPage(walker(Screen.PHONE), team);
        buyer.press("让支付失败").sees("刚才没有付成功", "等您付款").look("order-failed");
        assertThat(neighbours.teamStands(team)).isEqualTo("OPEN, 1 paid");
        buyer.press("付款 ¥35.80").press("付款").sees("拼成了，等您来取");
        assertThat(neighbours.teamStands(team)).isEqualTo("FORMED, 2 paid");
        assertThat(neighbours.money(orderOf(buyer))).isEqualTo("3580 taken, 0 given back");
    }

    @Test
    void whoLeavesBeforeItFormsGetsTheMoneyBack() {
        var opener = walker(Screen.PHONE).open("/o/" + neighbours.offer(STRAWBERRIES).code());
        opener.follow("开团").proveByCode(neighbours.anyPhone(), "孙伯伯");
        opener.press("开团并付款").press("付款").sees("付好了，等人凑满");
        var order = orderOf(opener);
        opener.unfold("退出这个团").sees("原路退回").look("leaving").press("退出，把钱退给我");
        opener.sees("钱退给您了", "¥35.80 已退回").look("order-refunded");
        assertThat(neighbours.money(order)).isEqualTo("3580 taken, 3580 given back");
    }

    @Test
    void anUnpaidOrderIsCancelledAndItsSeatIsFree() {
        var team = neighbours.teamOpenedBy("李小花", STRAWBERRIES);
        var buyer = atThePayPage(walker(Screen.PHONE), team);
        buyer.follow("返回订单").unfold("取消订单").press("取消这一单").sees("订单取消了");
        assertThat(neighbours.money(orderOf(buyer))).isEqualTo("0 taken, 0 given back");
        walker(Screen.PHONE).open("/t/" + team).sees("还差 1 人成团", "和李＊一起拼");
    }

    @Test
    void withoutScriptOneJoinsAndPaysAllTheSame() {
        var team = neighbours.teamOpenedBy("李小花", STRAWBERRIES);
        var buyer = walker(Screen.PHONE, it -> it.setJavaScriptEnabled(false));
        atThePayPage(buyer, team).press("付款").sees("拼成了，等您来取", "提货码");
        assertThat(neighbours.teamStands(team)).isEqualTo("FORMED, 2 paid");
    }

    @Test
    void theKeyboardAloneIsEnough() {
        var team = neighbours.teamOpenedBy("李小花", STRAWBERRIES);
        var typist = walker(Screen.DESK).open("/t/" + team);
        typist.tabTo("和李＊一起拼").enter("/sign-in");
        typist.tabTo("手机号").type(neighbours.anyPhone()).enter("/sign-in/code");
        typist.type(typist.codeOnThePage()).tabTo("第一次来").type("钱老师").enter("/checkout/");
        typist.tabTo("占座并付款").enter("/sandbox/pay/");
        typist.tabTo("付款").enter("/orders/").sees("拼成了，等您来取");
        assertThat(neighbours.teamStands(team)).isEqualTo("FORMED, 2 paid");
    }

    private Walker atThePayPage(Walker walker, Code team) {
        walker.open("/t/" + team).follow("和李＊一起拼").proveByCode(neighbours.anyPhone(), "王阿姨");
        return walker.press("占座并付款").sees("演示支付");
    }

    private static Code orderOf(Walker walker) {
        return new Code(walker.path().substring("/orders/".length()));
    }
}
