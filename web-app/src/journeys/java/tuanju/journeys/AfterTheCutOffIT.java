package tuanju.journeys;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("After the cut-off")
class AfterTheCutOffIT extends Journey {

    private static final String CHAIN = """
            1. 陈一 1-101 吐司3份
            2. 林二 1-202 吐司2份 豆浆1份
            3. 黄三 2-301 吐司1份
            4. 吴四 2-402 豆浆2份""";

    @Test
    @DisplayName("Bought by supplier, counted in, too little shared out with a sentence for each, and every list agrees")
    void fromThePurchaseListToSharedGoods() {
        var leader = leader(Screen.PHONE).open("/lead/cycles/new").fill("标题", "周六早餐");
        leader.choose("手工吐司").choose("石磨豆浆").press("开始接龙").sees("接龙中");
        var cycle = leader.path();
        leader.follow("贴接龙").fill("群里的接龙", CHAIN).press("读一读").press("收下 4 单").sees("收下 4 单");
        leader.open(cycle).press("提前截单").press("确定");
        leader.sees("已截单").open(cycle + "/purchase-list").sees("手工吐司", "石磨豆浆").look("buying");
        leader.open(cycle).press("已向供货商下单").follow("货到了，去收货").sees("应到");

        var toast = leader.page().locator(".receiving-goods", new Page.LocatorOptions().setHasText("手工吐司"));
        toast.locator("[data-arrived]").fill("4");
        leader.press("按上面的数记下").sees("点完了，有货不够分", "缺 2").look("receiving-short");
        leader.follow("分一分不够的货").sees("户少拿", "订了 3 份，到货 4 份／应到 6 份").look("shortage");
        leader.press("就这样分").press("确定").sees("已分好").look("shortage-done");

        for (var list : new String[] {"pack-matrix", "delivery-notes", "driver-sheet", "by-room"}) {
            leader.open(cycle + "/lists/" + list).sees("与订单一致").look("list-" + list);
        }
        leader.open(cycle + "/board").sees("从下单到提走").look("board");
        leader.open(cycle + "/waiting").sees("排队等货").look("late-comers");
    }
}
