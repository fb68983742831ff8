package tuanju.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static tuanju.ApiClient.body;
import static tuanju.ApiClient.read;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Together;
import support.Visitor;
import tuanju.ApiClient;
import tuanju.WebTest;
import tuanju.community.Code;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.teambuy.joining.TeamOpening;

@WebTest
@DisplayName("Reviews: by who had it, averaged from five on, hidden only by law")
class ReviewDoorsTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    TeamOpening teams;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private TeamNeighbourhood home;
    private String reviews = "";

    @BeforeEach
    void found() {
        home = neighbourhoods.found(7, 2);
        reviews = "/api/v1/reviews/OFFER/" + home.offer();
    }

    /** These orders were never really paid: whoever looks the books over afterwards finds them waiting again. */
    @AfterEach
    void asItWas() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("delete from order_history where to_status <> 'PLACED' and community_id = ?")
                    .param(home.id().value())
                    .update();
            jdbc.sql("""
                update orders set status = 'PLACED', paid_at = null, confirmed_at = null, collected_at = null
                where community_id = ?
                """).param(home.id().value()).update();
        });
    }

    @Test
    @DisplayName("only an own completed order of that product lets somebody say how it was, once")
    void onlyWhoHadIt() {
        var buyer = home.member(0);
        var order = teams.buyAlone(buyer, home.offer(), home.one()).code();
        assertThat(review(buyer, order, 5, "真甜")).as("not completed").hasStatus(409);
        complete(order);
        assertThat(review(home.member(1), order, 5, "不是我的"))
                .as("somebody else's")
                .hasStatus(409);
        assertThat(review(buyer, order, 6, "六星")).hasStatus(400);
        var form = page("/orders/" + order + "/reviews", buyer);
        assertThat(form).contains("name=\"taste\"", "阳光玫瑰葡萄");
        assertThat(review(buyer, order, 5, "<script>alert(1)</script> 真甜")).hasStatus(201);
        assertThat(review(buyer, order, 1, "再说一次")).hasStatus(409);
        var read = page("/reviews/OFFER/" + home.offer(), null);
        assertThat(read).contains("&lt;script&gt;", "真甜").doesNotContain("<script>alert", "再说一次");
        assertThat(page("/orders/" + order, buyer)).contains("/orders/" + order + "/reviews");
    }

    @Test
    @DisplayName("two tabs make one review")
    void twoTabs() {
        var buyer = home.member(0);
        var order = teams.buyAlone(buyer, home.offer(), home.one()).code();
        complete(order);
        var statuses = Together.run(IntStream.range(0, 4)
                .<Callable<Integer>>mapToObj(
                        it -> () -> review(buyer, order, 4, "好").getResponse().getStatus())
                .toList());
        assertThat(jdbc.sql("select count(*) from review where community_id = ?")
                        .param(home.id().value())
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(statuses).isNotNull();
    }

    @Test
    @DisplayName("an average stands on cards and pages from five people on, and in the list of what pleases")
    void averageFromFive() {
        for (int i = 0; i < 4; i++) {
            said(home.member(i), 5);
        }
        said(home.member(0), 1);
        said(home.member(0), 5);
        assertThat(ApiClient.<@Nullable Object>read(get(reviews, home.member(6)), "$.average"))
                .as("four people, six reviews")
                .isNull();
        assertThat(page("/o/" + home.offer(), null)).doesNotContain("4.6 分");
        said(home.member(4), 3);
        var page = get(reviews, home.member(6));
        assertThat(ApiClient.<String>read(page, "$.average")).isEqualTo("4.6");
        assertThat(ApiClient.<Integer>read(page, "$.number")).isEqualTo(5);
        assertThat(page("/o/" + home.offer(), null)).contains("4.6 分（5 人）");
        var cards = get("/api/v1/cards?ref=offer-" + home.offer(), home.member(6));
        assertThat(ApiClient.<Integer>read(cards, "$.items[0].rating.tenths")).isEqualTo(46);
        var best = get("/api/v1/reviews?community=" + home.card().shortCode(), home.member(6));
        assertThat(ApiClient.<List<String>>read(best, "$.items[*].average")).containsExactly("4.6");
        assertThat(page("/reviews?community=" + home.card().shortCode(), null)).contains("4.6 分（5 人）");
    }

    @Test
    @DisplayName(
            "leader and platform answer; nothing is deleted: words are hidden for a reason of the law, stars go on")
    void answersAndRemoval() {
        var codes =
                IntStream.range(0, 5).mapToObj(it -> said(home.member(it), 1)).toList();
        var code = codes.getFirst();
        assertThat(put("/api/v1/reviews/" + code + "/answer", "{\"text\":\"对不起\"}", home.leader(), false))
                .hasStatus(204);
        assertThat(put("/api/v1/reviews/" + code + "/answer", "{\"text\":\"装团长\"}", home.member(5), false))
                .hasStatus(404);
        assertThat(put("/api/v1/operator/reviews/" + code + "/answer", "{\"text\":\"已联系\"}", operator(), true))
                .hasStatus(204);
        var removal = "/api/v1/operator/reviews/" + code + "/removal";
        assertThat(put(removal, "{\"reason\":\"BAD\",\"text\":\"差评\"}", operator(), true))
                .as("being bad is no reason")
                .hasStatus(400);
        assertThat(put(removal, "{\"reason\":\"PRIVACY\",\"text\":\"写了门牌号\"}", operator(), true))
                .hasStatus(204);
        assertThat(put(removal, "{\"reason\":\"INSULT\",\"text\":\"换个理由\"}", operator(), true))
                .hasStatus(409);
        var page = page("/reviews/OFFER/" + home.offer(), null);
        assertThat(page).contains("对不起", "已联系", "写了门牌号", "星级照算");
        assertThat(ApiClient.<Integer>read(get(reviews, home.leader()), "$.number"))
                .isEqualTo(5);
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'review.removed' and subject like ?")
                        .param("%" + code)
                        .query(Integer.class)
                        .single())
                .isOne();
        var author = home.member(1);
        assertThat(delete("/api/v1/reviews/" + codes.get(1), home.member(2))).hasStatus(404);
        assertThat(delete("/api/v1/reviews/" + codes.get(1), author)).hasStatus(204);
        assertThat(ApiClient.<@Nullable Object>read(get(reviews, home.leader()), "$.number"))
                .as("four are too few")
                .isNull();
    }

    @Test
    @DisplayName("who is muted is not read, and goods that somebody may not see have no reviews for them")
    void sight() {
        said(home.member(0), 5);
        var author = jdbc.sql("select code from note_author where member_id = ?")
                .param(home.member(0).value())
                .query(String.class)
                .single();
        assertThat(put("/api/v1/me/mutes/" + author, "", home.member(1), false)).hasStatus(204);
        assertThat(ApiClient.<List<Object>>read(get(reviews, home.member(1)), "$.items"))
                .isEmpty();
        assertThat(ApiClient.<List<Object>>read(get(reviews, home.member(2)), "$.items"))
                .hasSize(1);
        jdbc.sql("update team_offer set visible_from = 9 where community_id = ?")
                .param(home.id().value())
                .update();
        assertThat(get(reviews, home.member(2))).hasStatus(404);
    }

    private MemberId operator() {
        jdbc.sql("update member set operator = true where id = ?")
                .param(home.member(6).value())
                .update();
        return home.member(6);
    }

    private String said(MemberId buyer, int stars) {
        var order = teams.buyAlone(buyer, home.offer(), home.one()).code();
        complete(order);
        var said = review(buyer, order, stars, "第 " + stars);
        assertThat(said).hasStatus(201);
        return read(said, "$.code");
    }

    private MvcTestResult review(MemberId buyer, Code order, int stars, String text) {
        var product = jdbc.sql("select product_id from order_line where community_id = ? limit 1")
                .param(home.id().value())
                .query(UUID.class)
                .single();
        return send(
                HttpMethod.POST,
                "/api/v1/orders/" + order + "/reviews",
                "{\"product\":\"%s\",\"taste\":%d,\"freshness\":%d,\"asDescribed\":%d,\"text\":\"%s\"}"
                        .formatted(product, stars, stars, stars, text),
                buyer,
                false);
    }

    /** As if it had been handed over a week ago. */
    private void complete(Code order) {
        jdbc.sql("update orders set status = 'PAID', paid_at = now(), change_cause = 'test' where code = ?")
                .param(order.value())
                .update();
        for (var status : List.of("CONFIRMED", "COLLECTED", "COMPLETED")) {
            jdbc.sql("update orders set status = ?, confirmed_at = now(), collected_at = now(), change_cause ="
                            + " 'test' where code = ?")
                    .params(status, order.value())
                    .update();
        }
    }

    private MvcTestResult get(String uri, MemberId who) {
        return mvc.get().uri(uri).with(signedIn(who, false)).exchange();
    }

    private MvcTestResult put(String uri, String json, MemberId who, boolean operator) {
        return send(HttpMethod.PUT, uri, json, who, operator);
    }

    private MvcTestResult delete(String uri, MemberId who) {
        return mvc.delete().uri(uri).with(signedIn(who, false)).exchange();
    }

    private MvcTestResult send(HttpMethod method, String uri, String json, MemberId who, boolean operator) {
        return mvc.method(method)
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .with(signedIn(who, operator))
                .exchange();
    }

    private String page(String uri, @Nullable MemberId who) {
        var request = mvc.get().uri(uri).header("Accept-Language", "zh-CN").with(csrf());
        return body((who == null ? request : request.with(signedIn(who, false))).exchange());
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor signedIn(
            MemberId member, boolean operator) {
        return Visitor.signedIn(new SignedIn(member, "小李", operator, null));
    }
}
