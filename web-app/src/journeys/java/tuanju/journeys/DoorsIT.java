package tuanju.journeys;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Doors with units")
class DoorsIT extends Journey {

    private static final String CHAIN = """
            #接龙 周五早餐
            1. 张三 3号楼1单元502 吐司2份
            2. 李四 3号楼2单元502 豆浆1份
            3. 王五 3-1-502 吐司1份
            4. 赵六 3-502 吐司1份""";

    @Test
    @DisplayName("W-20: a unit is read, a door without one is asked about, and every bag says its unit")
    void fromTheChatToTheBag() {
        var leader = leader(Screen.PHONE).open("/lead/cycles/new").fill("标题", "周五早餐");
        leader.choose("手工吐司").choose("石磨豆浆").press("开始接龙").sees("接龙中");
        var cycle = leader.path();

        leader.follow("贴接龙").fill("群里的接龙", CHAIN);
        leader.press("读一读").sees("3-1-502", "3-2-502").look("doors-piles");
        leader.press("收下 4 单").open(cycle).sees("1 个门牌不清楚", "哪个单元").look("doors-asked");
        leader.page().locator("#doors input[name=unit]").fill("二单元");
        leader.page().locator("#doors button.button-soft").click();
        leader.sees("门牌已改好").doesNotSee("门牌不清楚").look("doors-clear");
        leader.open(cycle + "/lists/by-room").sees("1-502", "2-502").look("doors-list");
    }
}
