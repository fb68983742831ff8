package tuanju.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static support.Patience.await;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A neighbour has a shop of her own")
class SellingByAShopIT extends Journey {

    private static final String STRAWBERRIES = "丹东草莓";
    private static final String OWNER = "13800000102";

    @Test
    @DisplayName("opened, filled, handed on; a stranger buys from it, and what it earned waits on her page")
    void fromAShopToACommission() {
        var owner = walker(Screen.PHONE).signInByPassword(OWNER).open("/me/shops");
        owner.look("shops").fill("店名", "陈阿姨的小店").fill("说几句", "都是我家常吃的").press("开店");
        owner.sees("小店开了。摆上几样，再发给邻居。").press("把" + STRAWBERRIES + "摆上").sees("摆好了。", "摆着 1 样");
        owner.unfold("改").fill("您的话", "比超市的甜").press("保存").sees("比超市的甜").look("shop-kept");
        var mine = owner.path();
        var shop = mine.substring("/me/shops/".length());

        var buyer = walker(Screen.PHONE).open("/s/" + shop).sees("陈阿姨的小店", "比超市的甜", "您付的钱一样多");
        buyer.look("shop").follow(STRAWBERRIES).follow("单独买").proveByCode(neighbours.anyPhone(), "王阿姨");
        buyer.press("去付款").press("付款").sees("提货码");
        var order = buyer.path().substring("/orders/".length());

        await().untilAsserted(() -> {
            owner.open("/me/recommendations");
            assertThat(owner.page().content()).contains(order);
        });
        owner.look("shop-commission");
        owner.open(mine).sees("1 笔订单").look("shop-brought");
        walker(Screen.DESK).open("/s/" + shop).sees("陈阿姨的小店").look("shop");
    }
}
