package tuanju.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tuanju.community.Code;

@DisplayName("An order in a leader's cycle")
class CycleOrderIT extends Journey {

    @Test
    void aNewcomersBasketIsThereAfterSigningIn() {
        var newcomer = walker(Screen.PHONE).open("/").tabTo("桂花里早市 第12期").enter("/c/");
        newcomer.sees("手工吐司").look("cycle").tabTo("多一份手工吐司").page().keyboard().press("Enter");
        newcomer.press("多一份手工吐司").press("多一份散养鸡蛋");
        assertThat(newcomer.page().locator("output")).hasText("散养鸡蛋 要几份: 1 ¥83.80");
        newcomer.fill("楼号", "87").fill("房号", "402").press("下单付款");
        newcomer.proveByCode(neighbours.anyPhone(), "王阿姨").look("cycle-basket");
        assertThat(newcomer.page().getByLabel("手工吐司 要几份")).hasValue("2");
        assertThat(newcomer.page().getByLabel("楼号")).hasValue("87");
        newcomer.sees("¥83.80").press("下单付款").press("付款");
        newcomer.sees("定好了，等您来取", "提货码").look("cycle-order");
        var order = new Code(newcomer.path().substring("/orders/".length()));
        assertThat(neighbours.money(order)).isEqualTo("8380 taken, 0 given back");
    }

    @Test
    void whatMustBePutRightIsSaidAndNothingIsLost() {
        var shopper = walker(Screen.PHONE).open("/").follow("桂花里早市 第12期");
        shopper.fill("楼号", "12").fill("给团长留言", "放门口就好").follow("团聚").follow("我的");
        shopper.signInByPassword("13800000101").open("/").follow("桂花里早市 第12期");
        assertThat(shopper.page().getByLabel("楼号")).hasValue("12");
        shopper.expecting(400).press("下单付款").sees("先选一样商品吧").look("cycle-nothing");
        assertThat(shopper.page().locator(".flash-error")).isFocused();
        assertThat(shopper.page().getByLabel("给团长留言")).hasValue("放门口就好");
        shopper.press("下单付款").sees("先选一样商品吧").page().getByLabel("语言和外观").click();
        shopper.press("English").sees("Order and pay");
        assertThat(shopper.page().getByLabel("A word to the leader")).hasValue("放门口就好");
    }
}
