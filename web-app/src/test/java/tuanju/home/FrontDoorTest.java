package tuanju.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import support.Statements;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Till;
import tuanju.ApiClient;
import tuanju.WebTest;
import tuanju.community.Code;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.membership.Memberships;
import tuanju.membership.Source;
import tuanju.teambuy.joining.TeamOpening;

@WebTest
@DisplayName("W-58 The front door begins with what is somebody's own: what waits for them, and their community")
class FrontDoorTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    TeamOpening opening;

    @Autowired
    Memberships memberships;

    @Autowired
    Till till;

    @Autowired
    Statements statements;

    private TeamNeighbourhood home;
    private MemberId me;

    @BeforeEach
    void found() {
        home = neighbourhoods.found(2, 2);
        me = home.member(0);
    }

    @Test
    @DisplayName("what wants paying, then the bag with its code, then the team that is not full, with how to fill it")
    void inTheOrderInWhichTheyWait() {
        assertThat(page(me)).doesNotContain("等您的");
        var team = opening.open(me, home.offer(), home.one());
        pay(team.order().code());
        var bag = alone();
        pay(bag);
        var unpaid = alone();
        assertThat(page(me))
                .containsSubsequence(
                        "等您的",
                        "/orders/" + unpaid.value(),
                        "付 ¥",
                        "/orders/" + bag.value(),
                        "提货码",
                        "/orders/" + team.order().code().value(),
                        "还差",
                        "/t/" + team.team().code().value(),
                        "叫邻居来");
        assertThat(page(home.member(1))).doesNotContain("等您的");
    }

    @Test
    @DisplayName("three are shown however many there are, by the same statements")
    void threeOfMany() {
        alone();
        var one = statements.ofThisThread(() -> page(me)).size();
        for (int i = 0; i < 5; i++) {
            alone();
        }
        var many = statements.ofThisThread(() -> assertThat(page(me)).contains("全部 6 单"));
        assertThat(many).hasSize(one);
        assertThat(page(me).split("class=\"order-card\"", -1)).hasSize(4);
    }

    @Test
    @DisplayName("whoever never chose a community is shown their own, not the first there is")
    void onesOwnCommunity() {
        var other = neighbourhoods.found(1, 2);
        for (var mine : List.of(home, other)) {
            var newcomer = ApiClient.signUp(mvc);
            var id = new MemberId(UUID.fromString(ApiClient.read(newcomer.get("/api/v1/members/me"), "$.id")));
            memberships.arrive(id, mine.id(), Source.OWN_ACT);
            assertThat(page(id))
                    .contains("href=\"/notes?community=" + mine.card().shortCode() + "\"");
        }
    }

    private Code alone() {
        return opening.buyAlone(me, home.offer(), home.one()).code();
    }

    private void pay(Code order) {
        till.pay(home, me, order);
    }

    private String page(MemberId who) {
        return ApiClient.body(mvc.get()
                .uri("/")
                .header("Accept-Language", "zh-CN")
                .with(authentication(
                        new UsernamePasswordAuthenticationToken(new SignedIn(who, "小李", false), null, List.of())))
                .exchange());
    }
}
