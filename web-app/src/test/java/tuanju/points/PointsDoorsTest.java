package tuanju.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static tuanju.ApiClient.read;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import tuanju.ApiClient;
import tuanju.WebTest;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;

@WebTest
@DisplayName("Points over the API and on pages")
class PointsDoorsTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    private TeamNeighbourhood home;
    private ApiClient anna;
    private MemberId me = new MemberId(new UUID(0, 0));
    private String here = "";

    @BeforeEach
    void found() {
        home = neighbourhoods.found(1, 2);
        anna = ApiClient.signUp(mvc);
        me = new MemberId(UUID.fromString(read(anna.get("/api/v1/members/me"), "$.id")));
        here = "/communities/" + home.card().shortCode();
        assertThat(anna.put(
                        "/api/v1" + here + "/membership", "", UUID.randomUUID().toString()))
                .hasStatus2xxSuccessful();
    }

    @Test
    void areOffUntilSomebodySaysWhatTheyAreFor() {
        assertThat(anna.post("/api/v1" + here + "/check-ins", "")).hasStatus(409);
        assertThat(get(here + "/points", me)).contains("暂时不发积分");

        assertThat(get("/lead/member-points/" + home.card().shortCode() + "?perYuan=9&asked=yes", home.leader()))
                .contains("perYuan-error");
        assertThat(get(
                        "/lead/member-points/" + home.card().shortCode()
                                + "?perYuan=2&perCheckIn=3&spends=true&asked=yes",
                        home.leader()))
                .contains("给出 ¥20.00")
                .contains("给出 ¥0.90");
        switchOn();

        assertThat(get(here + "/points", me)).contains("打卡得 2 积分");
    }

    @Test
    void areGotWithACheckInOnceADayAndQuotedAndUsed() {
        switchOn();
        var checkedIn = anna.post("/api/v1" + here + "/check-ins", "");
        assertThat(checkedIn).hasStatus(201);
        assertThat(ApiClient.<Integer>read(checkedIn, "$.streak")).isEqualTo(1);
        var again = anna.post("/api/v1" + here + "/check-ins", "");
        assertThat(again).hasStatus(409);
        assertThat(ApiClient.body(again)).contains("checked-in-already");
        var standing = anna.get("/api/v1" + here + "/points");
        assertThat(ApiClient.<Integer>read(standing, "$.balance")).isEqualTo(2);
        assertThat(ApiClient.<Integer>read(standing, "$.debt")).isZero();
        assertThat(ApiClient.<List<Integer>>read(standing, "$.lots[*].left")).containsExactly(2);
        assertThat(ApiClient.<List<String>>read(standing, "$.items[*].kind")).containsExactly("CHECKED_IN");

        var quoted = anna.post(
                "/api/v1/quotes",
                "{\"offer\":\"%s\",\"lines\":[{\"pieces\":2}],\"coupons\":[\"points-2\"]}".formatted(home.offer()));
        assertThat(ApiClient.<List<String>>read(quoted, "$.tenders[*].kind")).containsExactly("POINTS", "PROVIDER");
        assertThat(ApiClient.<List<Integer>>read(quoted, "$.tenders[?(@.kind=='POINTS')].amountFen"))
                .containsExactly(2);

        var wish = "{\"quantity\":2,\"pickupPoint\":\"%s\",\"coupons\":[\"points-2\"]}"
                .formatted(home.point().id());
        var placed = anna.post("/api/v1/team-offers/" + home.offer() + "/orders", wish);
        assertThat(placed).hasStatus(201);
        var order = anna.get("/api/v1/orders/" + ApiClient.<String>read(placed, "$.code"));
        assertThat(ApiClient.<List<Integer>>read(order, "$.price.tenders[*].amountFen"))
                .first()
                .isEqualTo(2);
        var more = anna.post("/api/v1/team-offers/" + home.offer() + "/orders", wish);
        assertThat(more).hasStatus(409);
        assertThat(ApiClient.body(more)).contains("discount-gone");
    }

    @Test
    void areTickedAtTheCheckOut() {
        switchOn();
        anna.post("/api/v1" + here + "/check-ins", "");
        var checkout = "/checkout/offers/" + home.offer() + "/alone?point="
                + home.point().id();

        assertThat(get(checkout, me))
                .contains("用 2 积分")
                .contains("value=\"points-2\"")
                .doesNotContain("积分付");
        assertThat(get(checkout + "&offered=points-2&coupon=points-2", me)).contains("积分付");
        assertThat(mvc.post()
                        .uri(here + "/check-ins")
                        .param("commandKey", "k2")
                        .with(as(me))
                        .with(csrf()))
                .hasRedirectedUrl(here + "/points");
        assertThat(get(here + "/points", me)).contains("已连续打卡 1 天").contains("points-done");
        assertThat(get("/lead/member-points/" + home.card().shortCode(), home.leader()))
                .contains("¥0.02");
    }

    private void switchOn() {
        assertThat(mvc.post()
                        .uri("/lead/member-points/" + home.card().shortCode())
                        .param("perYuan", "1")
                        .param("perCheckIn", "2")
                        .param("spends", "true")
                        .with(as(home.leader()))
                        .with(csrf()))
                .hasStatus3xxRedirection();
    }

    private String get(String path, MemberId who) {
        var answer = mvc.get()
                .uri(path)
                .header("Accept-Language", "zh-CN")
                .with(as(who))
                .exchange();
        assertThat(answer.getResponse().getStatus()).isLessThan(500);
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException never) {
            throw new IllegalStateException(never);
        }
    }

    private static RequestPostProcessor as(MemberId who) {
        return authentication(new UsernamePasswordAuthenticationToken(new SignedIn(who, "小李", false), null, List.of()));
    }
}
