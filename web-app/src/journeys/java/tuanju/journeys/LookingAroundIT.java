package tuanju.journeys;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Looking around needs no account")
class LookingAroundIT extends Journey {

    @ParameterizedTest
    @EnumSource(Screen.class)
    void fromHomeToATeamThatWaits(Screen screen) {
        var team = neighbours.teamOpenedBy("李小花", "丹东草莓");
        var newcomer = walker(screen).open("/").sees("桂花里", "丹东草莓").look("home");
        newcomer.follow("丹东草莓").sees("开团").look("offer");
        newcomer.open("/t/" + team).sees("还差 1 人", "和李＊一起拼").look("team");
    }
}
