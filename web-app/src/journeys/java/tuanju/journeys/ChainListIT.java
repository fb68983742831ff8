package tuanju.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A chain list from the group")
class ChainListIT extends Journey {

    private static final String CHAIN = """
            #接龙 周五早餐
            1. 张三 3-502 吐司2份 豆浆1份
            2. 李四 豆浆两份 已付
            3. 王五 吐司
            李四改成3份豆浆
            群主辛苦了""";

    /** Without 张三 (W-31). */
    private static final String NEWEST = """
            #接龙 周五早餐
            1. 李四 豆浆两份 已付
            2. 王五 吐司1份""";

    @Test
    @DisplayName("Pasted, one line put right, taken in, and nothing more when it is pasted again")
    void fromTheChatToOrders() {
        var leader = leader(Screen.PHONE).open("/lead/cycles/new").fill("标题", "周五早餐");
        leader.choose("手工吐司").choose("石磨豆浆").press("开始接龙").sees("接龙中");
        var cycle = leader.path();

        leader.follow("贴接龙").fill("群里的接龙", CHAIN).look("chain-paste");
        leader.press("读一读").sees("要问问", "这几行要你看一眼", "张三", "3-502").look("chain-piles");
        var unclear = leader.page().locator("#unclear li", new Page.LocatorOptions().setHasText("王五"));
        leader.page().locator("#unclear [name=line]").first().fill("3. 王五 吐司1份");
        leader.press("再读一遍").doesNotSee("这几行要你看一眼");
        assertThat(unclear).hasCount(0);
        leader.press("收下 3 单").sees("收下 3 单，改了 1 单。全读懂了。").look("chain-taken");

        leader.open(cycle).follow("一户一行").sees("3-502", "张三", "王五").look("chain-cycle");
        leader.open(cycle + "/chain-lists").fill("群里的接龙", CHAIN + "\n4. 赵六 6-601 豆浆1");
        leader.press("读一读").sees("收下 1 单").look("chain-again");

        leader.open(cycle + "/texts").sees("群里的话", "谁付了").look("chain-texts");
        assertThat(leader.page().locator("[data-copy*='3-502']")).hasCount(0);
        leader.unfold("补手机号").fill("张三的手机号", "13900001234").press("记下").sees("已记下");

        leader.open(cycle + "/chain-lists").fill("群里的接龙", NEWEST).press("读一读");
        leader.sees("新名单里没有了", "张三").look("chain-missing");
        leader.press("取消打勾的，保留其余的").sees("已取消 1 单").doesNotSee("新名单里没有了");
    }
}
