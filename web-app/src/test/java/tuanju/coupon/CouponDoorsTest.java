package tuanju.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static tuanju.ApiClient.read;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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
@DisplayName("Coupons over the API and on pages")
class CouponDoorsTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    private TeamNeighbourhood home;
    private ApiClient anna;
    private MemberId me = new MemberId(new UUID(0, 0));

    @BeforeEach
    void found() {
        home = neighbourhoods.found(1, 2);
        anna = ApiClient.signUp(mvc);
        me = new MemberId(UUID.fromString(read(anna.get("/api/v1/members/me"), "$.id")));
    }

    @Test
    void isMadeOnAPageClaimedQuotedAndUsed() {
        var code = madeByLeader();
        var claimed = anna.post("/api/v1/coupon-campaigns/" + code + "/claims", "");
        assertThat(claimed).hasStatus(201);
        String coupon = read(claimed, "$.code");
        assertThat(anna.post("/api/v1/coupon-campaigns/" + code + "/claims", ""))
                .hasStatus(409);
        assertThat(ApiClient.<List<String>>read(anna.get("/api/v1/coupons"), "$.items[*].state"))
                .containsExactly("FREE");

        // the one leader here is who would hand it over, also where nobody says at which point
        var quoted = anna.post(
                "/api/v1/quotes",
                "{\"offer\":\"%s\",\"lines\":[{\"pieces\":2}],\"coupons\":[\"%s\"]}".formatted(home.offer(), coupon));
        assertThat(ApiClient.<List<Integer>>read(quoted, "$.discounts[*].amountFen"))
                .containsExactly(100);
        var nowhere = anna.post(
                "/api/v1/quotes",
                "{\"offer\":\"%s\",\"lines\":[{\"pieces\":2}],\"pickupPoint\":\"%s\"}"
                        .formatted(home.offer(), UUID.randomUUID()));
        assertThat(nowhere).hasStatus(400);

        var wish = "{\"quantity\":2,\"pickupPoint\":\"%s\",\"coupons\":[\"%s\"]}"
                .formatted(home.point().id(), coupon);
        var placed = anna.post("/api/v1/team-offers/" + home.offer() + "/orders", wish);
        assertThat(placed).hasStatus(201);
        String order = read(placed, "$.code");
        assertThat(ApiClient.<List<Integer>>read(anna.get("/api/v1/orders/" + order), "$.price.discounts[*].amountFen"))
                .containsExactly(100);
        var again = anna.post("/api/v1/team-offers/" + home.offer() + "/orders", wish);
        assertThat(again).hasStatus(409);
        assertThat(ApiClient.body(again)).contains("discount-gone");
    }

    @Test
    @DisplayName("what it costs at most is said before it is made, and a refusal stands beside its field")
    void isPreviewedOnItsPage() {
        var page = get(
                "/lead/coupons/new?community=" + home.card().shortCode()
                        + "&title=t&off=1&from=100&budget=50&way=CLAIM&days=30",
                home.leader());
        assertThat(page).contains("一共最多花 ¥50.00").contains("50 单");
        assertThat(get(
                        "/lead/coupons/new?community=" + home.card().shortCode()
                                + "&title=t&off=90&from=100&budget=50&way=CLAIM&days=30",
                        home.leader()))
                .contains("off-error");
    }

    @Test
    void isSeenClaimedAndLeftOutOnPages() {
        var code = madeByLeader();
        assertThat(get("/me/coupons", me)).contains("还没有优惠券");
        assertThat(get("/coupons/" + code, me)).contains("满 ¥40.00");
        assertThat(mvc.post()
                        .uri("/coupons/" + code + "/claims")
                        .param("commandKey", "k1")
                        .with(as(me))
                        .with(csrf()))
                .hasRedirectedUrl("/me/coupons");
        assertThat(get("/me/coupons", me)).contains("水果节").doesNotContain("还没有优惠券");

        var checkout = "/checkout/offers/" + home.offer() + "/alone?point="
                + home.point().id();
        var page = get(checkout, me);
        assertThat(page).contains("name=\"offered\"").contains("优惠券：水果节").contains("− ¥1.00");
        String coupon = read(anna.get("/api/v1/coupons"), "$.items[0].code");
        assertThat(get(checkout + "&offered=" + coupon, me))
                .contains("value=\"" + coupon + "\"")
                .doesNotContain("− ¥1.00");
        assertThat(mvc.post()
                        .uri("/checkout/offers/" + home.offer() + "/alone/basket")
                        .param("quantity", "2")
                        .param("point", home.point().id().toString())
                        .param("offered", coupon)
                        .param("coupon", coupon)
                        .with(as(me))
                        .with(csrf()))
                .hasRedirectedUrl(
                        checkout.replace("?", "?quantity=2&") + "&offered=" + coupon + "&coupon=" + coupon + "#price");
    }

    private String madeByLeader() {
        var form = Map.of(
                "community", home.card().shortCode(),
                "title", "水果节",
                "kind", "AMOUNT",
                "off", "1",
                "from", "40",
                "budget", "50",
                "way", "CODE",
                "days", "30",
                "commandKey", UUID.randomUUID().toString());
        var post = mvc.post().uri("/lead/coupons").with(as(home.leader())).with(csrf());
        form.forEach(post::param);
        var made = post.exchange();
        assertThat(made).hasStatus3xxRedirection();
        var path = String.valueOf(made.getResponse().getRedirectedUrl());
        assertThat(get(path, home.leader())).contains("水果节").contains("¥50.00");
        return path.substring(path.lastIndexOf('/') + 1);
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
