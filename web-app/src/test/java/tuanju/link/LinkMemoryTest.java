package tuanju.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static tuanju.ApiClient.body;
import static tuanju.ApiClient.read;

import com.jayway.jsonpath.JsonPath;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Visitor;
import tuanju.ApiClient;
import tuanju.WebTest;
import tuanju.consent.Consents;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;

@WebTest
@DisplayName("A link is remembered for 30 days by whoever says so, and by nobody else (V-01, V-03)")
class LinkMemoryTest {

    private static final String LINE = "记住 30 天";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    Consents consents;

    @Autowired
    JdbcClient jdbc;

    private TeamNeighbourhood home;
    private MemberId buyer;
    private String page;
    private String landing;
    private String visit;
    private String kept;
    private String link;

    @BeforeEach
    void shared() {
        home = neighbourhoods.found(1, 3);
        buyer = home.member(0);
        link = read(
                ApiClient.signUp(mvc)
                        .post("/api/v1/links", "{\"target\":{\"kind\":\"offer\",\"code\":\"" + home.offer() + "\"}}"),
                "$.code");
        page = "/o/" + home.offer();
        landing = page + "?from=" + link;
        visit = "from-" + home.card().shortCode();
        kept = "kept-from-" + home.card().shortCode();
    }

    @Test
    @DisplayName(
            "who is not signed in is asked in a line where the link landed, and nowhere else; no is as easy as yes")
    void aStrangerIsAskedOnce() {
        var asked = text(mvc.get().uri(landing));
        assertThat(asked).contains(LINE, "name=\"yes\" value=\"true\"", "name=\"yes\" value=\"false\"");
        assertThat(text(mvc.get().uri(page))).doesNotContain(LINE);

        var no = answer(false);
        assertThat(no.getCookie("link-memory").getValue()).isEqualTo("no-1");
        assertThat(no.getCookie(kept)).isNull();
        var later = mvc.get().uri(landing).cookie(no.getCookie("link-memory")).exchange();
        assertThat(body(later)).doesNotContain(LINE);
        assertThat(later.getResponse().getCookie(visit).getMaxAge()).isNegative();
    }

    @Test
    void aYesOfAStrangerKeepsTheLinkInThisBrowserAlone() {
        var yes = answer(true);

        assertThat(yes.getRedirectedUrl()).isEqualTo(page);
        assertThat(yes.getCookie(kept).getValue()).isEqualTo(link);
        assertThat(yes.getCookie(kept).getMaxAge())
                .isEqualTo((int) Duration.ofDays(30).toSeconds());
        assertThat(yes.getCookie(kept).isHttpOnly()).isTrue();
        assertThat(yes.getCookie(visit).getMaxAge()).isZero();
        assertThat(led(yes.getCookie("link-memory"), yes.getCookie(kept))).isTrue();
        assertThat(led(yes.getCookie(kept))).as("kept without an answer").isFalse();
    }

    @Test
    @DisplayName("another site's form is no answer, and leads nowhere else")
    void anotherSitesFormIsNoAnswer() {
        var forged = mvc.post()
                .uri("/link-memory")
                .param("yes", "true")
                .param("back", "https://elsewhere.example")
                .header("Sec-Fetch-Site", "cross-site")
                .exchange()
                .getResponse();

        assertThat(forged.getCookies()).isEmpty();
        assertThat(forged.getRedirectedUrl()).isEqualTo("/");
    }

    @Test
    void aMembersYesIsAConsentAndEndsAtOnceWhenItIsTakenBack() {
        assertThat(text(as(mvc.get().uri(landing)))).contains(LINE, "/me/link-memory");
        as(mvc.post()
                        .uri("/me/link-memory")
                        .param("yes", "true")
                        .param("back", page)
                        .with(csrf()))
                .exchange();
        assertThat(consents.of(buyer, "link-memory").isGiven()).isTrue();
        var landed = as(mvc.get().uri(landing)).exchange();
        var cookie = landed.getResponse().getCookie(kept);
        assertThat(body(landed)).doesNotContain(LINE);
        assertThat(led(cookie)).isTrue();

        say(false);

        assertThat(consents.of(buyer, "link-memory").isGiven()).isFalse();
        assertThat(led(cookie)).isFalse();
        var after = as(mvc.get().uri("/me/consents").cookie(cookie)).exchange();
        assertThat(after.getResponse().getCookie(kept).getMaxAge()).isZero();
        assertThat(text(as(mvc.get().uri(landing)))).doesNotContain(LINE);
    }

    @Test
    void aConsentToEarlierWordsStandsNoMore() {
        consents.give(buyer, "link-memory");
        jdbc.sql("update consent set version = 2 where member_id = ?")
                .param(buyer.value())
                .update();

        assertThat(consents.of(buyer, "link-memory").isGiven()).isFalse();
        assertThat(text(as(mvc.get().uri("/me/consents")))).contains("说明变了");
        consents.give(buyer, "link-memory");
        assertThat(consents.of(buyer, "link-memory").isGiven()).isTrue();
    }

    @Test
    void thePageSaysTheWordsAndGivesAndTakesBack() {
        assertThat(text(as(mvc.get().uri("/me/consents")))).contains(LINE, "没有同意");
        say(true);
        assertThat(text(as(mvc.get().uri("/me/consents")))).contains("撤回").containsOnlyOnce("没有同意");
        assertThat(as(mvc.post()
                                .uri("/me/consents/anything")
                                .param("given", "true")
                                .with(csrf()))
                        .exchange())
                .hasStatus(404);
    }

    @Test
    void programsGiveAndTakeBackToo() {
        var anna = ApiClient.signUp(mvc);
        assertThat(JsonPath.<Boolean>read(body(anna.get("/api/v1/me/consents")), "$.items[1].given"))
                .isFalse();
        assertThat(anna.put("/api/v1/me/consents/link-memory", "")).hasStatusOk();
        assertThat(anna.put("/api/v1/me/consents/link-memory", "")).hasStatusOk();
        assertThat(JsonPath.<Boolean>read(body(anna.get("/api/v1/me/consents")), "$.items[1].given"))
                .isTrue();
        assertThat(anna.delete("/api/v1/me/consents/link-memory")).hasStatus(204);
        assertThat(anna.delete("/api/v1/me/consents/link-memory")).hasStatus(204);
        var said = body(anna.get("/api/v1/me/consents"));
        assertThat(JsonPath.<Boolean>read(said, "$.items[1].given")).isFalse();
        assertThat(JsonPath.<String>read(said, "$.items[1].withdrawnAt")).isNotNull();
        assertThat(anna.put("/api/v1/me/consents/anything", "")).hasStatus(404);
        assertThat(anna.delete("/api/v1/me/consents/anything")).hasStatus(404);
    }

    /** Whether the buyer with these cookies is told by whose link they came. */
    private boolean led(Cookie... cookies) {
        var checkout = mvc.get().uri("/checkout/offers/" + home.offer()).cookie(cookies);
        return text(as(checkout)).contains("linkless");
    }

    private MockHttpServletResponse answer(boolean yes) {
        return mvc.post()
                .uri("/link-memory")
                .param("yes", String.valueOf(yes))
                .param("back", page)
                .header("Sec-Fetch-Site", "same-origin")
                .cookie(new Cookie(visit, link))
                .exchange()
                .getResponse();
    }

    private void say(boolean given) {
        as(mvc.post()
                        .uri("/me/consents/link-memory")
                        .param("given", String.valueOf(given))
                        .with(csrf()))
                .exchange();
    }

    private static String text(MockMvcRequestBuilder request) {
        return body(request.locale(Locale.SIMPLIFIED_CHINESE).exchange());
    }

    private MockMvcRequestBuilder as(MockMvcRequestBuilder request) {
        return request.with(Visitor.signedIn(new SignedIn(buyer, "小周", false, null)));
    }
}
