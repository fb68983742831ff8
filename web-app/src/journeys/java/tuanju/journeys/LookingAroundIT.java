package tuanju.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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

    @Test
    void aMistypedLinkLeadsToAFriendlyPage() {
        var lost = walker(Screen.PHONE).expecting(404).open("/t/nonsense");
        lost.sees("这里什么也没有", "编号").look("nothing").follow("回首页").sees("桂花里");
    }

    @Test
    void inEnglishAtNightNothingIsCutInTwo() {
        var reader = walker(Screen.DESK, it -> it.setLocale("en-GB").setColorScheme(ColorScheme.DARK));
        reader.open("/").sees("Buy together").look("home-english");
        for (var link : reader.page().locator(".bottom-bar a").all()) {
            assertThat(link.boundingBox().height).as(link.innerText()).isLessThan(60);
        }
    }
}
