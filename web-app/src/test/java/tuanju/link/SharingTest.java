package tuanju.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static tuanju.ApiClient.body;
import static tuanju.ApiClient.read;

import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import support.Statements;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Till;
import support.Visitor;
import tuanju.ApiClient;
import tuanju.WebTest;
import tuanju.community.Code;
import tuanju.cycle.CycleRound;
import tuanju.cycle.planning.CycleOpening;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;

@WebTest
@DisplayName("Who shares hands on a link of their own, leaders see what came of it, buyers see it before they order")
class SharingTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    CycleOpening opening;

    @Autowired
    PageLinks links;

    @Autowired
    Statements statements;

    @Autowired
    Till till;

    @Autowired
    JdbcClient jdbc;

    private TeamNeighbourhood home;
    private ApiClient anna;
    private String cycle;
    private String link;

    @BeforeEach
    void shared() {
        home = neighbourhoods.found(1, 3);
        anna = ApiClient.signUp(mvc);
        cycle = opening.open(home.leader(), home.id(), CycleRound.eggs(home))
                .code()
                .value();
        link = make(anna, "cycle", cycle);
    }

    @Test
    void aLeaderSeesWhatLinksBroughtAndNotWhoCame() {
        var bert = ApiClient.signUp(mvc);
        var order = order(bert);
        order(ApiClient.signUp(mvc));
        assertThat(bert.post("/api/v1/orders/" + order + "/payments", "{\"provider\":\"offline\"}"))
                .hasStatus(201);
        till.receive(home.id(), new Code(order), home.leader());

        var brought = links.to(home.id(), List.of(new Code(cycle)), home.leader());

        assertThat(brought).singleElement().satisfies(it -> {
            assertThat(it.sharer()).isEqualTo("小＊");
            assertThat(it.own()).isFalse();
            assertThat(it.orders()).isEqualTo(2);
            assertThat(it.paidOrders()).isOne();
            assertThat(it.paid().isZero()).isFalse();
        });
        var page = text(as(mvc.get().uri("/lead/cycles/" + cycle), home.leader()));
        assertThat(page).contains("分享带来的订单", "小＊", "2 笔订单 · 1 笔已付");
        assertThat(anna.get("/api/v1/cycles/" + cycle + "/links")).hasStatus(404);
    }

    @Test
    void forManyLinksItAsksNoMoreThanForOne() {
        long one = statements
                .ofThisThread(() -> links.to(home.id(), List.of(new Code(cycle)), home.leader()))
                .size();
        for (int i = 0; i < 3; i++) {
            make(ApiClient.signUp(mvc), "cycle", cycle);
        }

        long four = statements
                .ofThisThread(() -> links.to(home.id(), List.of(new Code(cycle)), home.leader()))
                .size();

        assertThat(four).isLessThanOrEqualTo(one + 1);
    }

    @Test
    void theOrderPageNamesTheSharerFromTheLandingOnAndNobodyWithoutALink() {
        var buyer = home.member(0);

        assertThat(text(as(mvc.get().uri("/c/" + cycle + "?from=" + link), buyer)))
                .contains("您是从 小＊ 分享的链接来的", "linkless");
        assertThat(text(as(mvc.get().uri("/c/" + cycle).cookie(cookie()), buyer)))
                .contains("您是从 小＊ 分享的链接来的");
        assertThat(text(as(mvc.get().uri("/c/" + cycle), buyer))).doesNotContain("linkless");
        assertThat(text(as(mvc.get().uri("/checkout/offers/" + home.offer()).cookie(cookie()), buyer)))
                .contains("您是从 小＊ 分享的链接来的", "linkless");
        assertThat(text(as(mvc.get().uri("/checkout/offers/" + home.offer()), buyer)))
                .doesNotContain("linkless");
    }

    @Test
    void whoTakesItOutBeforeOrderingIsCountedForNobody() {
        var buyer = home.member(0);
        assertThat(came(buy(buyer, Map.of("linkless", "on")))).isZero();
        assertThat(came(buy(buyer, Map.of()))).isOne();
        assertThat(came(eggs(buyer, Map.of("linkless", "on")))).isZero();
        assertThat(came(eggs(buyer, Map.of()))).isOne();
    }

    @Test
    @DisplayName("what is added to an order later came by the same link")
    void whatIsAddedLaterCameByTheSameLink() {
        var buyer = home.member(0);
        var first = eggs(buyer, Map.of("provider", "offline"));
        till.receive(home.id(), new Code(first), home.leader());
        String product = read(anna.get("/api/v1/cycles/" + cycle), "$.products[0].id");
        var change = mvc.post()
                .uri("/c/" + cycle + "/orders/" + first + "/changes")
                .param("keep-" + product, "2")
                .with(csrf())
                .cookie(cookie());
        change.param("commandKey", UUID.randomUUID().toString());
        var said = text(
                as(mvc.get().uri("/c/" + cycle + "/orders/" + first + "/difference?keep-" + product + "=2"), buyer));
        var begin = "name=\"agreed\" value=\"";
        change.param(
                "agreed", said.substring(said.indexOf(begin) + begin.length()).split("\"", 2)[0]);

        assertThat(as(change, buyer).exchange()).hasStatus(302);

        var added = jdbc.sql("select code from orders where buyer_id = ? order by placed_at desc limit 1")
                .param(buyer.value())
                .query(String.class)
                .single();
        assertThat(added).isNotEqualTo(first);
        assertThat(came(added)).isOne();
    }

    @Test
    @DisplayName("what was taken out stays out while they sign in")
    void takenOutStaysOut() {
        var sent = mvc.post()
                .uri("/o/" + home.offer() + "/orders")
                .param("linkless", "on")
                .param("commandKey", UUID.randomUUID().toString())
                .with(csrf())
                .exchange();

        assertThat(sent.getResponse().getRedirectedUrl()).contains("/sign-in", "linkless%3Don");
    }

    @Test
    void everyShareSheetCarriesTheReadersOwnLink() {
        var sharer = home.leader();
        for (var page :
                Map.of("offer", "/o/" + home.offer(), "cycle", "/c/" + cycle).entrySet()) {
            assertThat(text(as(mvc.get().uri(page.getValue()), sharer)))
                    .contains("生成我的链接", page.getValue() + "/qr.svg\"");
            as(
                            mvc.post()
                                    .uri("/me/links")
                                    .param("kind", page.getKey())
                                    .param("code", page.getValue().substring(3))
                                    .with(csrf()),
                            sharer)
                    .exchange();
            assertThat(text(as(mvc.get().uri(page.getValue()), sharer)))
                    .contains(
                            "这是您自己的链接",
                            page.getValue() + "/qr.svg?from=" + home.card().shortCode())
                    .doesNotContain("生成我的链接");
        }
        assertThat(text(mvc.get().uri("/c/" + cycle)))
                .contains("/c/" + cycle + "/qr.svg\"")
                .doesNotContain("生成我的链接");
    }

    @Test
    void aQrCodeCarriesALinkThatCountsAndNoOther() {
        var plain = code("/c/" + cycle + "/qr.svg");
        assertThat(code("/c/" + cycle + "/qr.svg?from=" + link)).isNotEqualTo(plain);
        assertThat(code("/c/" + cycle + "/qr.svg?from=nothing")).isEqualTo(plain);
        assertThat(anna.delete("/api/v1/links/" + link)).hasStatus(204);
        assertThat(code("/c/" + cycle + "/qr.svg?from=" + link)).isEqualTo(plain);
        assertThat(mvc.get().uri("/o/" + cycle + "/qr.svg")).hasStatus(404);
    }

    @Test
    void anOfferAndACycleHaveAPosterByAnyonesLink() throws IOException {
        for (var page : List.of("/o/" + home.offer(), "/c/" + cycle)) {
            var poster = mvc.get().uri(page + "/poster.png").exchange();
            var image =
                    ImageIO.read(new ByteArrayInputStream(poster.getResponse().getContentAsByteArray()));
            assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(1080, 1440);
            assertThat(text(mvc.get().uri(page))).contains(page + "/poster.png\"");

            var tag = String.valueOf(poster.getResponse().getHeader("ETag"));
            assertThat(mvc.get().uri(page + "/poster.png").header("If-None-Match", tag))
                    .hasStatus(304);
            assertThat(mvc.get().uri(page + "/poster.png?from=nothing").header("If-None-Match", tag))
                    .hasStatus(304);
            if (page.startsWith("/c/")) {
                assertThat(mvc.get().uri(page + "/poster.png?from=" + link).header("If-None-Match", tag))
                        .hasStatusOk();
            }
        }
        assertThat(mvc.get().uri("/o/" + cycle + "/poster.png")).hasStatus(404);
    }

    private String code(String path) {
        return body(mvc.get().uri(path).exchange());
    }

    private int came(String order) {
        return jdbc.sql("select count(*) from attribution where order_id = ?")
                .param(till.idOf(new Code(order)))
                .query(Integer.class)
                .single();
    }

    private String buy(MemberId buyer, Map<String, String> more) {
        var form = mvc.post()
                .uri("/o/" + home.offer() + "/orders")
                .param("quantity", "1")
                .param("point", home.point().id().toString());
        return placed(form, buyer, more);
    }

    private String eggs(MemberId buyer, Map<String, String> more) {
        String product = read(anna.get("/api/v1/cycles/" + cycle), "$.products[0].id");
        var form = mvc.post()
                .uri("/c/" + cycle + "/orders")
                .param("quantity-" + product, "1")
                .param("building", "3")
                .param("room", "501");
        return placed(form, buyer, more);
    }

    private String placed(MockMvcRequestBuilder form, MemberId buyer, Map<String, String> more) {
        more.forEach(form::param);
        form.param("commandKey", UUID.randomUUID().toString()).cookie(cookie()).with(csrf());
        assertThat(as(form, buyer).exchange().getResponse().getStatus()).isEqualTo(302);
        return jdbc.sql("select code from orders where buyer_id = ? order by placed_at desc limit 1")
                .param(buyer.value())
                .query(String.class)
                .single();
    }

    private Cookie cookie() {
        return new Cookie("from-" + home.card().shortCode(), link);
    }

    private String order(ApiClient buyer) {
        String eggs = read(anna.get("/api/v1/cycles/" + cycle), "$.products[0].id");
        var wanted =
                "{\"items\":[{\"product\":\"%s\",\"quantity\":1}],\"building\":\"3\",\"room\":\"501\",\"from\":\"%s\"}";
        return read(buyer.post("/api/v1/cycles/" + cycle + "/orders", wanted.formatted(eggs, link)), "$.code");
    }

    private String make(ApiClient sharer, String kind, String code) {
        return read(
                sharer.post("/api/v1/links", "{\"target\":{\"kind\":\"%s\",\"code\":\"%s\"}}".formatted(kind, code)),
                "$.code");
    }

    private static String text(MockMvcRequestBuilder request) {
        return body(request.locale(Locale.SIMPLIFIED_CHINESE).exchange());
    }

    private static MockMvcRequestBuilder as(MockMvcRequestBuilder request, MemberId who) {
        return request.with(Visitor.signedIn(new SignedIn(who, "小周", false)));
    }
}
