package tuanju.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import tuanju.WebTest;
import tuanju.community.Code;
import tuanju.link.Links;
import tuanju.link.Target;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.member.operators.Operators;
import tuanju.membership.Memberships;

@WebTest
@DisplayName("Members' shops on pages")
class ShopDoorsTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    Memberships memberships;

    @Autowired
    Operators operators;

    @Autowired
    Links links;

    @Autowired
    JdbcClient jdbc;

    private TeamNeighbourhood home;
    private MemberId owner;
    private String shop;

    @BeforeEach
    void open() {
        home = neighbourhoods.found(4, 2);
        owner = home.member(0);
        memberships.join(owner, home.id());
        var opened = post(owner, "/me/shops", "community", shortCode(), "title", "小李挑的", "introduction", "都是我家常买的");
        assertThat(opened).hasStatus(302);
        shop = String.valueOf(opened.getResponse().getRedirectedUrl()).replace("/me/shops/", "");
        assertThat(post(owner, goods(), "words", "皮薄, 汁多")).hasStatus(302);
    }

    @AfterEach
    void nothingThatMustNeverBe() {
        Invariants.check(jdbc);
    }

    @Test
    @DisplayName("C-10 a stranger reads the owner's words, whose it is, and that the owner may earn by it")
    void isReadByStrangers() {
        var page = text(look(null, "/s/" + shop));

        assertThat(page).contains("小李挑的", "皮薄, 汁多", "店主可能得佣金", "您付的钱一样多", "/o/" + home.offer());
        assertThat(look(null, "/s/" + shop + "/poster.png")).hasStatusOk().hasContentType("image/png");
        assertThat(look(null, "/s/" + shop + "/qr.svg")).hasStatusOk();
    }

    @Test
    @DisplayName(
            "C-11 whoever opens a shop came by its owner; a link opened later takes its place, and a shop opened later"
                    + " that one's")
    void theLastTouchWins() {
        var mine = links.of(owner, "shop", new Code(shop)).orElseThrow();
        var other = links.make(home.member(1), new Target("offer", home.offer()), "");

        assertThat(touch(look(null, "/s/" + shop))).isEqualTo(mine.value());
        var later = look(null, "/o/" + home.offer() + "?from=" + other, new Cookie(cookie(), mine.value()));
        assertThat(touch(later)).isEqualTo(other.value());
        assertThat(touch(look(null, "/s/" + shop, new Cookie(cookie(), other.value()))))
                .isEqualTo(mine.value());
    }

    @Test
    @DisplayName("C-11 a link to a shop that somebody else handed on is theirs; the owner's own visit is nobody's")
    void whoHandsAShopOn() {
        var other = links.make(home.member(1), new Target("shop", new Code(shop)), "");

        assertThat(touch(look(null, "/s/" + shop + "?from=" + other))).isEqualTo(other.value());
        assertThat(touch(look(owner, "/s/" + shop))).isEmpty();
        assertThat(text(look(owner, "/s/" + shop))).contains("打理");
    }

    @Test
    @DisplayName("what is refused is said beside what was typed; what promises pay is refused with the law")
    void refusalsAreSaid() {
        var refused = post(owner, "/me/shops/" + shop, "title", "小店", "introduction", "跟我躺赚");
        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains("《禁止传销条例》第七条第（一）项", "跟我躺赚");
        assertThat(text(post(owner, "/me/shops", "community", shortCode(), "title", "又一家")))
                .contains("已经有一家小店了");
    }

    @Test
    @DisplayName("an operator takes it from view with a reason that its owner reads, and shows it again; others find"
            + " nothing")
    void isTakenFromView() {
        operators.appoint(home.member(2));
        var by = home.member(2);
        assertThat(text(look(by, "/operate/shops?community=" + shortCode()))).contains("小李挑的", shop);
        assertThat(text(look(by, "/operate/shops/" + shop))).contains("都是我家常买的", "皮薄, 汁多");
        assertThat(post(by, "/operate/shops/" + shop + "/hiding", "reason", "")).hasStatus(400);

        assertThat(post(by, "/operate/shops/" + shop + "/hiding", "reason", "写了别家电话"))
                .hasStatus(302);
        assertThat(look(null, "/s/" + shop)).hasStatus(404);
        var handedOn = look(
                null,
                "/s/" + shop + "?from="
                        + links.of(owner, "shop", new Code(shop)).orElseThrow());
        assertThat(handedOn).hasStatus(404);
        assertThat(touch(handedOn)).isEmpty();
        assertThat(look(null, "/s/" + shop + "/poster.png")).hasStatus(404);
        assertThat(text(look(owner, "/me/shops/" + shop))).contains("写了别家电话");
        assertThat(post(by, "/operate/shops/" + shop + "/showing")).hasStatus(302);
        assertThat(look(null, "/s/" + shop)).hasStatusOk();
    }

    @Test
    @DisplayName("it is closed and opened again, and something is taken out of it")
    void isKept() {
        assertThat(text(look(owner, "/me/shops/" + shop))).contains("还没同意推荐条款", "皮薄, 汁多");
        post(owner, goods() + "/removal");
        assertThat(text(look(null, "/s/" + shop))).contains("还没摆东西");
        post(owner, "/me/shops/" + shop + "/closing");
        assertThat(look(null, "/s/" + shop)).hasStatus(404);
        assertThat(text(look(owner, "/me/shops"))).contains("关着");
        post(owner, "/me/shops/" + shop + "/opening");
        assertThat(look(null, "/s/" + shop)).hasStatusOk();
    }

    private String goods() {
        return "/me/shops/" + shop + "/goods/OFFER/" + home.offer();
    }

    private String shortCode() {
        return home.card().shortCode();
    }

    private String cookie() {
        return "from-" + shortCode();
    }

    private String touch(MvcTestResult answer) {
        var kept = answer.getResponse().getCookie(cookie());
        return kept == null ? "" : kept.getValue();
    }

    private MvcTestResult look(@Nullable MemberId me, String path, Cookie... cookies) {
        var request = mvc.get().uri(path).locale(Locale.SIMPLIFIED_CHINESE).with(as(me));
        return (cookies.length == 0 ? request : request.cookie(cookies)).exchange();
    }

    private MvcTestResult post(MemberId me, String path, String... fields) {
        var request = mvc.post()
                .uri(path)
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(as(me))
                .with(csrf());
        request.param("commandKey", String.valueOf(System.nanoTime()));
        for (int at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return request.exchange();
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static RequestPostProcessor as(@Nullable MemberId me) {
        return me == null
                ? it -> it
                : authentication(
                        new UsernamePasswordAuthenticationToken(new SignedIn(me, "小李", false), null, List.of()));
    }
}
