package tuanju.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static tuanju.ApiClient.body;
import static tuanju.ApiClient.read;

import java.net.URI;
import java.nio.charset.StandardCharsets;
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
import tuanju.ApiClient;
import tuanju.WebTest;
import tuanju.community.Leaders;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.member.operators.Operators;
import tuanju.membership.Memberships;

@WebTest
@DisplayName("Plans on pages and over the API")
class PlanDoorsTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    Leaders leaders;

    @Autowired
    Memberships memberships;

    @Autowired
    Operators operators;

    @Autowired
    JdbcClient jdbc;

    private Neighbourhood home;
    private ApiClient leader;
    private MemberId me;

    @BeforeEach
    void found() {
        home = neighbourhoods.found(2);
        var phone = "15" + "%09d".formatted(System.nanoTime() % 1_000_000_000);
        leader = ApiClient.signUp(mvc, phone);
        me = new MemberId(jdbc.sql("select id from member where phone = ?")
                .param(phone)
                .query(UUID.class)
                .single());
        leaders.appoint(me, home.id(), home.leader());
    }

    @AfterEach
    void nothingThatMustNeverBe() {
        Invariants.check(jdbc);
    }

    @Test
    @DisplayName(
            "from when on it is worth it is said before it is made; what the law refuses is said with its rule, and"
                    + " kept as typed")
    void isPreviewedAndRefused() {
        var typed = "/lead/plans/new?community=" + home.card().shortCode() + "&title=t&days=30&price=19.90&percent=";

        assertThat(seen(typed + "5")).contains("30 天里买满 ¥398.00 才回本", "已检查");
        var refused = get(typed + "31");
        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains("《价格法》第十四条", "最多减 30%", "value=\"31\"", "value=\"19.90\"");
        var beside =
                post("/lead/plans", "community", home.card().shortCode(), "title", "t", "price", "abc", "days", "3");
        assertThat(beside).hasStatus(400);
        assertThat(text(beside)).contains("price-error");
        assertThat(seen("/lead/plans")).contains("还没有会员计划");

        var made = post(
                "/lead/plans",
                "community",
                home.card().shortCode(),
                "title",
                "团友卡",
                "price",
                "19.90",
                "days",
                "30",
                "percent",
                "5");
        assertThat(made).hasStatus(302);
        var page = String.valueOf(made.getResponse().getRedirectedUrl());
        assertThat(seen(page)).contains("团友卡", "比平时减 5%", "¥19.90 / 30 天");
        assertThat(post(page + "/end")).hasStatus(302);
        assertThat(seen(page)).contains("不再开通");
    }

    @Test
    @DisplayName(
            "over the API it is made once with its key, taken once, and refused where somebody has one; what it opens"
                    + " is the law's")
    void isTakenOverTheApi() {
        var wanted = """
            {"community":"%s","title":"团友卡","priceFen":1990,"days":30,"basisPoints":500%s}
            """;
        var right =
                leader.post("/api/v1/plans", wanted.formatted(home.card().shortCode(), ",\"opens\":\"commission\""));
        assertThat(right).hasStatus(422);
        assertThat(body(right)).contains("against-the-law-c-03");

        var key = UUID.randomUUID().toString();
        var plain = wanted.formatted(home.card().shortCode(), "");
        String code = read(leader.post("/api/v1/plans", plain, key), "$.code");
        assertThat(ApiClient.<String>read(leader.post("/api/v1/plans", plain, key), "$.code"))
                .isEqualTo(code);
        assertThat(ApiClient.<List<String>>read(
                        leader.get("/api/v1/communities/" + home.card().shortCode() + "/plans"), "$.items[*].code"))
                .containsExactly(code);

        memberships.join(me, home.id());
        var taken = leader.post("/api/v1/plans/" + code + "/subscriptions", "");
        assertThat(taken).hasStatus(201);
        String mine = read(taken, "$.code");
        assertThat(ApiClient.<String>read(taken, "$.order")).hasSize(14);
        assertThat(body(leader.post("/api/v1/plans/" + code + "/subscriptions", "")))
                .contains("plan-unpaid");
        assertThat(body(leader.post("/api/v1/subscriptions/" + mine + "/payments", "{\"provider\":\"offline\"}")))
                .contains("unknown-provider");
        String address = read(
                leader.post("/api/v1/subscriptions/" + mine + "/payments", "{\"provider\":\"sandbox\"}"), "$.payUrl");
        assertThat(address).contains("/sandbox/pay/");
        assertThat(body(leader.delete("/api/v1/subscriptions/" + mine + "?refundFen=1")))
                .contains("plan-less-now");
        assertThat(leader.delete("/api/v1/subscriptions/" + mine + "?refundFen=0.1"))
                .hasStatus(400);
        assertThat(ApiClient.<String>read(leader.get("/api/v1/subscriptions/" + mine), "$.status"))
                .isEqualTo("PLACED");
        assertThat(ApiClient.<Integer>read(
                        leader.delete("/api/v1/subscriptions/" + mine + "?refundFen=-5"), "$.refundFen"))
                .isZero();
        assertThat(ApiClient.<String>read(leader.get("/api/v1/subscriptions/" + mine), "$.status"))
                .isEqualTo("CLOSED");
        operators.appoint(me);
        var paid = jdbc.sql("select community_id || '/' || id from plan_subscription where code = ?")
                .param(mine)
                .query(String.class)
                .single();
        assertThat(get("/operate/orders/" + paid)).hasStatus(302).hasRedirectedUrl("/operate/plans/" + code);
        assertThat(leader.delete("/api/v1/plans/" + code)).hasStatus(204);
        assertThat(body(leader.post("/api/v1/plans/" + code + "/subscriptions", "")))
                .contains("plan-closed");
    }

    @Test
    @DisplayName("operators see all plans in a table, make those of whole communities and end anybody's")
    void operatorsSeeAll() {
        operators.appoint(me);
        var wanted = """
            {"community":"%s","title":"全区卡","priceFen":9900,"days":90,"basisPoints":300,"servedFirst":true}
            """.formatted(home.card().shortCode());
        String code = read(leader.post("/api/v1/operator/plans", wanted), "$.code");

        assertThat(seen("/operate/plans?community=" + home.card().shortCode())).contains("全区卡", "¥99.00", "可开通");
        assertThat(seen("/operate/plans/" + code)).contains("全区卡");
        assertThat(ApiClient.<Integer>read(leader.get("/api/v1/operator/plans/" + code), "$.running"))
                .isZero();
        assertThat(leader.delete("/api/v1/operator/plans/" + code)).hasStatus(204);
        assertThat(seen("/operate/plans?state=ENDED&q=" + code)).contains("全区卡");
    }

    private RequestPostProcessor signed() {
        return authentication(new UsernamePasswordAuthenticationToken(new SignedIn(me, "小李", false), null, List.of()));
    }

    private MvcTestResult get(String path) {
        return mvc.get()
                .uri(URI.create(path))
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(signed())
                .exchange();
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
        var answer = get(path);
        assertThat(answer).hasStatusOk();
        return text(answer);
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
