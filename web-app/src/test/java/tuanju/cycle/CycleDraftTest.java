package tuanju.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import support.Invariants;
import support.Neighbourhood;
import support.Neighbourhoods;
import tuanju.ApiClient;
import tuanju.WebTest;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;

/** A cycle before anybody sees it, and one that opens at a time of its own. */
@WebTest
class CycleDraftTest {

    private static final String PLAN = """
            {"title":"%s","products":[{"name":"鸡蛋","spec":"30枚","priceFen":2990}],%s
            "cutOff":"%s","pickupPoint":"%s","pickupFrom":"%s","pickupUntil":"%s"}
            """;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    JdbcClient jdbc;

    private Neighbourhood home;

    @BeforeEach
    void found() {
        home = neighbourhoods.found(2);
    }

    @AfterEach
    void nothingThatMustNeverBe() {
        Invariants.check(jdbc);
    }

    @Test
    @DisplayName("W-42 a draft is its leader's alone: written anew, opened, and from then on like any other")
    void aDraftIsItsLeadersAlone() {
        var draft = code(post("/api/v1/cycles", plan("周一团", "\"draft\":true,")));
        assertThat(get(draft, home.leader()))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("DRAFT");
        assertThat(get(draft, home.member(0))).hasStatus(404);
        assertThat(seen("/c/" + draft, home.leader())).hasStatus(404);

        assertThat(send(HttpMethod.PUT, "/api/v1/cycles/" + draft, plan("周二团", "")))
                .hasStatusOk();
        assertThat(status(draft, "OPEN")).hasStatusOk();
        assertThat(get(draft, home.member(0)))
                .bodyJson()
                .extractingPath("$.title")
                .isEqualTo("周二团");
        assertThat(send(HttpMethod.PUT, "/api/v1/cycles/" + draft, plan("周三团", "")))
                .hasStatus(409);
        assertThat(text(seen("/c/" + draft, null))).contains("周二团");
    }

    @Test
    @DisplayName("W-42 a draft thrown away is in nobody's list, and cannot be opened")
    void aDraftIsThrownAway() {
        var draft = code(post("/api/v1/cycles", plan("周一团", "\"draft\":true,")));
        assertThat(text(seen("/lead", home.leader()))).contains(draft);
        assertThat(status(draft, "LAPSED")).hasStatusOk();
        assertThat(text(seen("/lead/cycles", home.leader()))).doesNotContain(draft);
        assertThat(status(draft, "OPEN")).hasStatus(409);
    }

    @Test
    @DisplayName(
            "W-42 before its opening time a cycle is seen and takes no order; at or after its cut-off it cannot open")
    void opensAtATimeOfItsOwn() {
        var tomorrow = Instant.now().plus(Duration.ofHours(1));
        var later = code(post("/api/v1/cycles", plan("周一团", "\"opensAt\":\"%s\",".formatted(tomorrow))));
        assertThat(text(seen("/c/" + later, null))).contains("开始接龙");
        assertThat(text(seen("/lead/cycles/" + later, home.leader())))
                .contains("还没开始")
                .doesNotContain("不接新单");
        assertThat(order(later)).hasStatus(409);
        jdbc.sql("update order_cycle set opens = now() - interval '1 second' where code = ?")
                .param(later)
                .update();
        assertThat(order(later)).hasStatus(201);

        var refused = post("/api/v1/cycles", plan("周一团", "\"opensAt\":\"2031-01-01T00:00:00Z\","));
        assertThat(refused)
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("opensAt");
    }

    @Test
    @DisplayName("W-42 what was typed is kept as a draft, comes back as it was, and opens from its page")
    void keptFromThePage() {
        var cutOff = Instant.now()
                .plus(Duration.ofHours(5))
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toLocalDateTime();
        var kept = form("/lead/cycles", "周一团", "DRAFT", cutOff);
        var page = String.valueOf(kept.getResponse().getHeader("Location"));
        assertThat(text(seen(page, home.leader())))
                .contains(page + "/draft", "丢弃草稿", "只有您看得到")
                .doesNotContain("不接新单");
        assertThat(text(seen(page + "/draft", home.leader()))).contains("周一团", "番茄", "value=\"12.80\"");

        assertThat(form(page + "/draft", "周二团", "DRAFT", cutOff)).hasStatus3xxRedirection();
        assertThat(seen(page.replace("/lead/cycles", "/c"), null)).hasStatus(404);
        assertThat(form(page + "/draft", "周三团", "OPEN", cutOff)).hasStatus3xxRedirection();
        assertThat(text(seen(page.replace("/lead/cycles", "/c"), null))).contains("周三团", "番茄");
    }

    @Test
    @DisplayName("Whoever has more goods than there are rows gets more, and nothing is kept or lost by asking")
    void moreRowsToTypeIn() {
        var request = mvc.post().uri("/lead/cycles").with(as(home.leader())).with(csrf());
        request.param("commandKey", UUID.randomUUID().toString())
                .param("as", "MORE")
                .param("title", "七样水果")
                .param("cutOff", "2031-01-01T21:00");
        for (int at = 0; at < 4; at++) {
            request.param("products[" + at + "].name", "果" + at).param("products[" + at + "].price", "1" + at);
        }
        var page = text(request.locale(Locale.SIMPLIFIED_CHINESE).exchange());

        assertThat(Pattern.compile("name=\"products\\[\\d+]\\.name\"")
                        .matcher(page)
                        .results())
                .hasSize(8);
        assertThat(page).contains("value=\"七样水果\"", "value=\"果3\"", "value=\"13\"", "2031-01-01T21:00");
        assertThat(text(seen("/lead/cycles", home.leader()))).doesNotContain("七样水果");
    }

    @Test
    @DisplayName("A leader without a pickup point is led to adding one, and to nobody else")
    void theFirstPointComesFirst() {
        jdbc.sql("update pickup_point set closed_at = now() where community_id = ?")
                .param(home.id().value())
                .update();
        assertThat(text(seen("/lead/cycles/new", home.leader())))
                .contains("href=\"/lead/points/" + home.card().shortCode() + "/new\"")
                .doesNotContain("联系运营");
    }

    @Test
    @DisplayName("W-42 a cycle is begun once more as a draft or open, a week on; a stranger begins nobody's")
    void begunOnceMore() {
        var first = code(post("/api/v1/cycles", plan("周一团 第9期", "")));
        var rounds = "/api/v1/cycles/" + first + "/rounds";
        assertThat(send(HttpMethod.POST, rounds, "{}", home.member(0))).hasStatus(404);

        var draft = post(rounds, "{\"draft\":true}");
        assertThat(draft).hasHeader("Location", "/api/v1/cycles/" + code(draft));
        assertThat(ApiClient.<String>read(draft, "$.title")).isEqualTo("周一团 第10期");
        assertThat(ApiClient.<String>read(draft, "$.status")).isEqualTo("DRAFT");
        assertThat(ApiClient.<Integer>read(draft, "$.products[0].priceFen")).isEqualTo(29_90);
        var opened = post(rounds, "{}");
        assertThat(ApiClient.<String>read(opened, "$.status")).isEqualTo("OPEN");
        var cutOff = Instant.parse(ApiClient.read(get(first, home.leader()), "$.cutOff"));
        assertThat(Instant.parse(ApiClient.read(opened, "$.cutOff"))).isEqualTo(cutOff.plus(Duration.ofDays(7)));
        assertThat(get(code(draft), home.member(0))).hasStatus(404);
    }

    private MvcTestResult form(String path, String title, String as, LocalDateTime cutOff) {
        return mvc.post()
                .uri(path)
                .with(as(home.leader()))
                .with(csrf())
                .param("commandKey", UUID.randomUUID().toString())
                .param("as", as)
                .param("title", title)
                .param("cutOff", cutOff.toString())
                .param("pickupPoint", home.point().id().toString())
                .param("pickupFrom", cutOff.plusHours(10).toString())
                .param("pickupUntil", cutOff.plusHours(20).toString())
                .param("products[0].name", "番茄")
                .param("products[0].spec", "500克")
                .param("products[0].price", "12.80")
                .exchange();
    }

    private String plan(String title, String more) {
        var now = Instant.now();
        return PLAN.formatted(
                title,
                more,
                now.plus(Duration.ofHours(5)),
                home.point().id(),
                now.plus(Duration.ofHours(20)),
                now.plus(Duration.ofHours(30)));
    }

    private MvcTestResult order(String cycle) {
        UUID product = jdbc.sql(
                        "select p.id from cycle_product p join order_cycle c on c.id = p.cycle_id where c.code = ?")
                .param(cycle)
                .query(UUID.class)
                .single();
        var wish = "{\"items\":[{\"product\":\"%s\",\"quantity\":1}],\"building\":\"3\",\"room\":\"502\"}"
                .formatted(product);
        return send(HttpMethod.POST, "/api/v1/cycles/" + cycle + "/orders", wish, home.member(0));
    }

    private MvcTestResult status(String cycle, String status) {
        return send(HttpMethod.PUT, "/api/v1/cycles/" + cycle + "/status", "{\"status\":\"" + status + "\"}");
    }

    private MvcTestResult get(String cycle, MemberId me) {
        return mvc.get().uri("/api/v1/cycles/" + cycle).with(as(me)).exchange();
    }

    private MvcTestResult post(String path, String json) {
        return send(HttpMethod.POST, path, json);
    }

    private MvcTestResult send(HttpMethod method, String path, String json) {
        return send(method, path, json, home.leader());
    }

    private MvcTestResult send(HttpMethod method, String path, String json, MemberId me) {
        return mvc.method(method)
                .uri(path)
                .with(as(me))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private MvcTestResult seen(String path, @Nullable MemberId me) {
        var request = mvc.get().uri(path).locale(Locale.SIMPLIFIED_CHINESE);
        return (me == null ? request : request.with(as(me))).exchange();
    }

    private static RequestPostProcessor as(MemberId me) {
        return authentication(new UsernamePasswordAuthenticationToken(new SignedIn(me, "小李", false), null, List.of()));
    }

    private static String code(MvcTestResult made) {
        assertThat(made).as(text(made)).hasStatus(201);
        return ApiClient.read(made, "$.code");
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
