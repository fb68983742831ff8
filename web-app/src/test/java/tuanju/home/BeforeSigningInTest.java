package tuanju.home;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import tuanju.WebTest;
import tuanju.teambuy.joining.TeamOpening;

@WebTest
@DisplayName(
        "W-58 Who signs in on the way to some goods keeps them before their eyes; a front page has its kinds of goods")
class BeforeSigningInTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    TeamOpening opening;

    private TeamNeighbourhood home;

    @BeforeEach
    void found() {
        home = neighbourhoods.found(1, 2);
    }

    @Test
    void aTeamOrAnOfferStaysInSight() {
        var team = opening.open(home.member(0), home.offer(), home.one()).team().code();

        assertThat(seen("/sign-in?next=/checkout/teams/" + team)).contains("阳光玫瑰葡萄", "¥", "登录后接着和邻居一起拼");
        assertThat(seen("/sign-in?next=/checkout/offers/" + home.offer() + "?quantity=2"))
                .contains("阳光玫瑰葡萄", "登录后接着买");
        assertThat(seen("/sign-in?with=password&next=/o/" + home.offer())).contains("阳光玫瑰葡萄");
    }

    @Test
    void whateverElseOneWasAboutToDoIsGreetedAsBefore() {
        var nowhere = home.offer().communityShortCode() + "0000000000";

        assertThat(List.of("/me", "/c/" + nowhere, "/t/ZZZZ0000000000", "/o/UUUUUUUUUUUUUU"))
                .allSatisfy(next -> assertThat(seen("/sign-in?next=" + next))
                        .contains("/member/hello-")
                        .doesNotContain("class=\"card row purpose\""));
    }

    @Test
    void aKindOfGoodsIsOneTapAway() {
        var page = seen("/?q=水果");

        assertThat(page).contains("阳光玫瑰葡萄").contains("aria-label=\"按分类看\"");
    }

    private String seen(String path) {
        var answer = mvc.get()
                .uri(path)
                .cookie(new Cookie("community", home.card().shortCode()))
                .locale(Locale.SIMPLIFIED_CHINESE)
                .exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
