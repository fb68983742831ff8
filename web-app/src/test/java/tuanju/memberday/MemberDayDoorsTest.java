package tuanju.memberday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static tuanju.ApiClient.body;
import static tuanju.ApiClient.read;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import support.Invariants;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Statements;
import tuanju.ApiClient;
import tuanju.WebTest;
import tuanju.community.Leaders;
import tuanju.community.PickupPlace;
import tuanju.community.PickupPoints;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;

@WebTest
@DisplayName("Member days on pages and over the API")
class MemberDayDoorsTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    Leaders leaders;

    @Autowired
    PickupPoints points;

    @Autowired
    Statements statements;

    @Autowired
    JdbcClient jdbc;

    private Neighbourhood home;
    private ApiClient leader;
    private MemberId me;
    private UUID point = new UUID(0, 0);

    @BeforeEach
    void found() {
        home = neighbourhoods.found(1);
        var phone = "15" + "%09d".formatted(System.nanoTime() % 1_000_000_000);
        leader = ApiClient.signUp(mvc, phone);
        me = new MemberId(jdbc.sql("select id from member where phone = ?")
                .param(phone)
                .query(UUID.class)
                .single());
        leaders.appoint(me, home.id(), home.leader());
        point = points.open(home.id(), me, new PickupPlace("3号门", "3号门旁", "3号门岗亭", "9:00–20:00", ""))
                .id();
    }

    @AfterEach
    void nothingThatMustNeverBe() {
        Invariants.check(jdbc);
    }

    @Test
    @DisplayName(
            "what it does is said before it is made, a refusal stands beside its field, and what was typed is kept")
    void isPreviewedAndRefused() {
        var typed =
                "/lead/member-days/new?community=" + home.card().shortCode() + "&title=t&day=w3&from=09:00&percent=";

        assertThat(seen(typed + "5")).contains("平时 ¥20.00 的商品，成员付 ¥19.00", "已检查");
        var refused = mvc.get()
                .uri(URI.create(typed + "31"))
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(signed())
                .exchange();
        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains("《价格法》第十四条", "可以改为：最多减 30%", "value=\"31\"", "value=\"09:00\"");
        assertThat(post("/lead/member-days", "community", home.card().shortCode(), "title", "t", "percent", "abc"))
                .hasStatus(400);
        assertThat(seen("/lead/member-days")).contains("还没有会员日");
    }

    @Test
    @DisplayName(
            "V-05 a page says today only and the usual price, and a price of a day that is over is refused, not charged differently")
    void aPriceOfAnotherDayIsRefused() {
        var cycle = opened();
        var plain = seen("/c/" + cycle);
        assertThat(plain).doesNotContain("data-member-day");
        made();

        var page = seen("/c/" + cycle);
        assertThat(page).contains("会员价，平时 ¥30.00").contains("27");
        String product = read(leader.get("/api/v1/cycles/" + cycle), "$.products[0].id");
        var stale = order(cycle, product, prices(plain));
        assertThat(stale).hasStatus(409);
        assertThat(text(stale)).contains("价格刚刚变了，现在是 ¥27.00");
        var placed = order(cycle, product, prices(page));
        assertThat(placed).hasStatus(302);
        String code = read(leader.get("/api/v1/orders"), "$.items[0].code");
        assertThat(seen("/orders/" + code)).contains("data-usual", "会员价，平时 ¥30.00");

        assertThat(seen("/lead/member-days")).contains("周三会员日", "今天");
    }

    @Test
    @DisplayName("W-74 a member day costs the placing of an order no statement more")
    void costsNoStatementMore() {
        var plain = opened();
        var wish = wish(plain);
        leader.post("/api/v1/cycles/" + plain + "/orders", wish);
        var without = statements.ofThisThread(() -> assertThat(leader.post("/api/v1/cycles/" + plain + "/orders", wish))
                .hasStatus(201));
        made();

        var with = statements.ofThisThread(() -> assertThat(leader.post("/api/v1/cycles/" + plain + "/orders", wish))
                .hasStatus(201));

        assertThat(with).hasSameSizeAs(without);
    }

    @Test
    @DisplayName("over the API it is previewed, made once with its key, listed and ended; a fourth is refused")
    void isMadeOverTheApi() {
        var wanted = """
            {"community":"%s","title":"周三会员日","basisPoints":1000,"weekday":3,"category":null}
            """.formatted(home.card().shortCode());
        assertThat(leader.post("/api/v1/member-days/previews", wanted)).hasStatusOk();
        var key = UUID.randomUUID().toString();
        String code = read(leader.post("/api/v1/member-days", wanted, key), "$.code");
        assertThat(ApiClient.<String>read(leader.post("/api/v1/member-days", wanted, key), "$.code"))
                .isEqualTo(code);
        leader.post("/api/v1/member-days", wanted);
        leader.post("/api/v1/member-days", wanted);
        var fourth = leader.post("/api/v1/member-days", wanted);
        assertThat(fourth).hasStatus(400);
        assertThat(body(fourth)).contains("member-day-too-many");
        assertThat(ApiClient.<List<String>>read(leader.get("/api/v1/member-days"), "$.items[*].code"))
                .hasSize(3)
                .contains(code);

        assertThat(post("/lead/member-days/" + code + "/end")).hasStatus(302);
        assertThat(leader.post("/api/v1/member-days", wanted)).hasStatus(201);
    }

    private void made() {
        var wanted = """
            {"community":"%s","title":"周三会员日","basisPoints":1000,"weekday":%d}
            """.formatted(
                        home.card().shortCode(),
                        LocalDate.now(ZoneId.of("Asia/Shanghai")).getDayOfWeek().getValue());
        assertThat(leader.post("/api/v1/member-days", wanted)).hasStatus(201);
    }

    private static String prices(String page) {
        int at = page.indexOf("name=\"prices\" value=\"") + "name=\"prices\" value=\"".length();
        return page.substring(at, page.indexOf('"', at));
    }

    private MvcTestResult order(String cycle, String product, String prices) {
        return post(
                "/c/" + cycle + "/orders",
                "quantity-" + product,
                "1",
                "building",
                "3",
                "room",
                "501",
                "prices",
                prices);
    }

    private String wish(String cycle) {
        return "{\"items\":[{\"product\":\"%s\",\"quantity\":1}],\"building\":\"3\",\"room\":\"501\"}"
                .formatted(ApiClient.<String>read(leader.get("/api/v1/cycles/" + cycle), "$.products[0].id"));
    }

    private String opened() {
        var now = Instant.now();
        return read(
                leader.post("/api/v1/cycles", """
                {"title": "周一团", "pickupPoint": "%s", "cutOff": "%s", "pickupFrom": "%s", "pickupUntil": "%s",
                    "products": [{"name": "鸡蛋", "spec": "30枚", "priceFen": 3000}]}
                """.formatted(
                                point,
                                now.plus(Duration.ofHours(5)),
                                now.plus(Duration.ofHours(20)),
                                now.plus(Duration.ofHours(30)))),
                "$.code");
    }

    private RequestPostProcessor signed() {
        return authentication(new UsernamePasswordAuthenticationToken(new SignedIn(me, "小李", false), null, List.of()));
    }

    private MvcTestResult post(String path, String... fields) {
        var request = mvc.post()
                .uri(path)
                .locale(Locale.SIMPLIFIED_CHINESE)
                .param("commandKey", UUID.randomUUID().toString());
        for (int at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return request.with(signed()).with(csrf()).exchange();
    }

    private String seen(String path) {
        var answer = mvc.get()
                .uri(URI.create(path))
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(signed())
                .exchange();
        assertThat(answer).hasStatusOk();
        return text(answer);
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
