package tuanju.journeys;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A leader gives ¥5 off from ¥100")
class DiscountIT extends Journey {

    private static final String CYCLE = "桂花里早市 第12期";

    @Test
    void isSetReadReckonedAndPaid() {
        var leader = leader(Screen.PHONE)
                .open("/lead/cycles")
                .follow(CYCLE)
                .unfold("更多工具和设置")
                .sees("从您的服务费里出");
        leader.fill("满多少元", "100").fill("减多少元", "11").press("保存").sees("最多减这么多").look("discount-above-fee");
        leader.unfold("更多工具和设置")
                .fill("满多少元", "100")
                .fill("减多少元", "5")
                .press("保存")
                .unfold("更多工具和设置")
                .sees("每单满 ¥100.00 减 ¥5.00");
        leader.look("discount-set");

        // no member yet, for whom the demo's member day holds
        var shopper = walker(Screen.PHONE).open("/sign-in").proveByCode(neighbours.anyPhone(), "赵叔");
        shopper.open("/").follow(CYCLE);
        shopper.sees("每单满 ¥100.00 减 ¥5.00", "团长出");
        shopper.fill("手工吐司 要几份", "4").sees("还差 ¥12.00").look("discount-missing");
        shopper.fill("散养鸡蛋 要几份", "1").sees("已减 ¥5.00").look("discount-reached");

        var plain = walker(Screen.PHONE, it -> it.setJavaScriptEnabled(false)).open(shopper.path());
        plain.fill("手工吐司 要几份", "4").press("算算多少钱").sees("还差 ¥12.00，就有团长满减").look("discount-no-script");
        plain.fill("散养鸡蛋 要几份", "1").press("算算多少钱").sees("价格怎么来的", "¥122.80");
        var abroad = walker(Screen.DESK, it -> it.setLocale("en-GB"))
                .open(plain.page().url());
        abroad.sees("Why this price", "¥122.80").look("discount-abroad");

        shopper.fill("楼号", "12").fill("房号", "301").press("下单付款").press("付款").sees("定好了，等您来取", "− ¥5.00");
        shopper.sees("价格怎么来的", "团长满减").look("discount-order");

        leader.fill("满多少元", "").fill("减多少元", "").press("保存").sees("之后的新单不再优惠");
    }
}
