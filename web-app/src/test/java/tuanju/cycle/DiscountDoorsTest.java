package tuanju.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static tuanju.ApiClient.body;
import static tuanju.ApiClient.read;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
@DisplayName("What a leader gives off orders, on pages and over the API")
class DiscountDoorsTest {

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
    private ApiClient anna;
    private MemberId me;
    private UUID point = new UUID(0, 0);

    @BeforeEach
    void found() {
        home = neighbourhoods.found(1);
        var phone = "15" + "%09d".formatted(System.nanoTime() % 1_000_000_000);
        leader = ApiClient.signUp(mvc, phone);
        anna = ApiClient.signUp(mvc);
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
    @DisplayName("quote and order agree: 满 ¥100 减 ¥5, below it what is missing")
    void quoteAndOrderAgree() {
        var cycle = opened("\"discount\": {\"fromFen\": 10000, \"offFen\": 500},");
        var four = quote(cycle, 4);
        var three = quote(cycle, 3);

        assertThat(JsonPath.<Integer>read(body(four), "$.payableFen")).isEqualTo(115_00);
        assertThat(JsonPath.<List<Object>>read(body(four), "$.discounts"))
                .isEqualTo(JsonPath.<List<Object>>read(
                        "[{\"source\":\"leader-discount\",\"title\":\"¥100 − ¥5\",\"funder\":\"LEADER\",\"amountFen\":500}]",
                        "$"));
        assertThat(JsonPath.<Integer>read(body(three), "$.payableFen")).isEqualTo(90_00);
        assertThat(JsonPath.<Integer>read(body(three), "$.refused[0].missingFen"))
                .isEqualTo(10_00);
        assertThat(JsonPath.<String>read(body(three), "$.refused[0].reason")).contains("¥10.00");

        var refused = anna.post("/api/v1/cycles/" + cycle + "/orders", wish(cycle, 4, 120_00));
        assertThat(refused).hasStatus(409);
        assertThat(body(refused)).contains("cycle-price-changed", "115.00");
        var placed = anna.post("/api/v1/cycles/" + cycle + "/orders", wish(cycle, 4, 115_00));
        assertThat(placed).hasStatus(201);
        var order = body(anna.get("/api/v1/orders/" + read(placed, "$.code")));
        assertThat(JsonPath.<Integer>read(order, "$.price.goodsFen")).isEqualTo(120_00);
        assertThat(JsonPath.<Integer>read(order, "$.price.discounts[0].amountFen"))
                .isEqualTo(5_00);
        assertThat(JsonPath.<Integer>read(order, "$.price.tenders[0].amountFen"))
                .isEqualTo(115_00);
        assertThat(JsonPath.<Integer>read(order, "$.amountFen")).isEqualTo(115_00);
        assertThat(JsonPath.<Integer>read(order, "$.lines[0].discountFen")).isEqualTo(5_00);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"fromFen\": 10000, \"offFen\": 1001}",
                "{\"fromFen\": 10000, \"offFen\": 10000}",
                "{\"fromFen\": 500, \"offFen\": 1000}",
                "{\"fromFen\": 10000, \"offFen\": 0}",
                "{\"fromFen\": 10000, \"offFen\": -5}",
                "{\"fromFen\": -10000, \"offFen\": 5}",
                "{\"fromFen\": 10000}",
                "{}",
                "{\"fromFen\": 9000000000000000000, \"offFen\": 5}"
            })
    @DisplayName("what the fee does not pay for, or is no discount, is refused and nothing changed")
    void whatTheFeeDoesNotPayForIsRefused(String wanted) {
        var cycle = opened("\"discount\": {\"fromFen\": 10000, \"offFen\": 500},");

        assertThat(put(cycle, wanted)).hasStatus(400);
        assertThat(leader.post("/api/v1/cycles", plan("\"discount\": " + wanted + ",")))
                .hasStatus(400);

        assertThat(JsonPath.<Integer>read(body(anna.get("/api/v1/cycles/" + cycle)), "$.discount.offFen"))
                .isEqualTo(500);
    }

    @Test
    @DisplayName("only who leads the cycle gives it, changes it and ends it")
    void onlyItsLeaderGivesIt() {
        var cycle = opened("");
        var wanted = "{\"fromFen\": 10000, \"offFen\": 1000}";

        assertThat(anna.put(
                        "/api/v1/cycles/" + cycle + "/discount",
                        wanted,
                        UUID.randomUUID().toString()))
                .hasStatus(404);
        assertThat(put(cycle, wanted)).hasStatusOk();
        assertThat(JsonPath.<Integer>read(body(quote(cycle, 4)), "$.payableFen"))
                .isEqualTo(110_00);
        assertThat(anna.delete("/api/v1/cycles/" + cycle + "/discount")).hasStatus(404);
        assertThat(leader.delete("/api/v1/cycles/" + cycle + "/discount")).hasStatus(204);
        assertThat(JsonPath.<Integer>read(body(quote(cycle, 4)), "$.payableFen"))
                .isEqualTo(120_00);
    }

    @Test
    @DisplayName(
            "a leader sets it on the cycle's page; buyers read it before ordering, and why the price, without script")
    void pagesSetItAndSayIt() {
        var cycle = opened("");
        var set = post("/lead/cycles/" + cycle + "/discount", "from", "100", "off", "5");
        assertThat(set).hasStatus(302);
        assertThat(seen("/lead/cycles/" + cycle, signed())).contains("每单满 ¥100.00 减 ¥5.00");
        assertThat(seen("/c/" + cycle, signed()))
                .contains("每单满 ¥100.00 减 ¥5.00", "团长出", "value=\"10000-500\"", "算算多少钱");

        var product = product(cycle);
        var reckoned = post("/c/" + cycle + "/basket", "quantity-" + product, "3", "note", "轻放", "discount", "");
        assertThat(reckoned).hasStatus(302);
        var back = String.valueOf(reckoned.getResponse().getRedirectedUrl());
        assertThat(back)
                .contains("quantity-" + product + "=3")
                .doesNotContain("note")
                .endsWith("#price");
        assertThat(seen("/c/" + cycle + "?quantity-" + product + "=3", signed()))
                .contains("价格怎么来的", "还差 ¥10.00，就有团长满减 ¥100 − ¥5");
        assertThat(seen("/c/" + cycle + "?quantity-" + product + "=4", signed()))
                .contains("团长满减 ¥100 − ¥5", "¥120.00", "¥115.00");

        var stale = post(
                "/c/" + cycle + "/orders",
                "quantity-" + product,
                "4",
                "building",
                "3",
                "room",
                "501",
                "discount",
                "10000-800");
        assertThat(stale).hasStatus(409);
        assertThat(text(stale)).contains("价格刚刚变了，现在是 ¥115.00", "value=\"10000-500\"");
        var placed = post(
                "/c/" + cycle + "/orders",
                "quantity-" + product,
                "4",
                "building",
                "3",
                "room",
                "501",
                "discount",
                "10000-500",
                "provider",
                "offline");
        assertThat(placed).hasStatus(302);
        assertThat(seen(String.valueOf(placed.getResponse().getRedirectedUrl()), signed()))
                .contains("价格怎么来的", "团长满减 ¥100 − ¥5", "− ¥5.00", "¥115.00");
        assertThat(post("/lead/cycles/" + cycle + "/discount", "from", "100", "off", "11"))
                .hasStatus(302);
        assertThat(seen("/c/" + cycle, signed())).contains("value=\"10000-500\"");
    }

    @Test
    @DisplayName("W-74 a discount costs the placing of an order no statement more")
    void costsNoStatementMore() {
        var plain = opened("");
        var giving = opened("\"discount\": {\"fromFen\": 10000, \"offFen\": 500},");
        anna.post("/api/v1/cycles/" + plain + "/orders", wish(plain, 4, 120_00));
        var plainWish = wish(plain, 4, 120_00);
        var givingWish = wish(giving, 4, 115_00);

        var without =
                statements.ofThisThread(() -> assertThat(anna.post("/api/v1/cycles/" + plain + "/orders", plainWish))
                        .hasStatus(201));
        var with =
                statements.ofThisThread(() -> assertThat(anna.post("/api/v1/cycles/" + giving + "/orders", givingWish))
                        .hasStatus(201));

        assertThat(with).hasSameSizeAs(without);
    }

    private MvcTestResult put(String cycle, String wanted) {
        return leader.put(
                "/api/v1/cycles/" + cycle + "/discount",
                wanted,
                UUID.randomUUID().toString());
    }

    private MvcTestResult quote(String cycle, int pieces) {
        var answer = anna.post(
                "/api/v1/quotes",
                "{\"cycle\":\"%s\",\"lines\":[{\"item\":\"%s\",\"pieces\":%d}]}"
                        .formatted(cycle, product(cycle), pieces));
        assertThat(answer).hasStatusOk();
        return answer;
    }

    private String wish(String cycle, int pieces, long payable) {
        return "{\"items\":[{\"product\":\"%s\",\"quantity\":%d}],\"building\":\"3\",\"room\":\"501\",\"payableFen\":%d}"
                .formatted(product(cycle), pieces, payable);
    }

    private String product(String cycle) {
        return read(leader.get("/api/v1/cycles/" + cycle), "$.products[0].id");
    }

    private String opened(String more) {
        return read(leader.post("/api/v1/cycles", plan(more)), "$.code");
    }

    private String plan(String more) {
        var now = Instant.now();
        return """
                {"title": "周一团", "pickupPoint": "%s", "cutOff": "%s", "pickupFrom": "%s", "pickupUntil": "%s", %s
                    "products": [{"name": "鸡蛋", "spec": "30枚", "priceFen": 3000}]}
                """.formatted(
                        point,
                        now.plus(Duration.ofHours(5)),
                        now.plus(Duration.ofHours(20)),
                        now.plus(Duration.ofHours(30)),
                        more);
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

    private String seen(String path, RequestPostProcessor who) {
        var answer = mvc.get()
                .uri(URI.create(path))
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(who)
                .exchange();
        assertThat(answer).hasStatusOk();
        return text(answer);
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
