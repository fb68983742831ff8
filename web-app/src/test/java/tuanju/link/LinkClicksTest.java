package tuanju.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static tuanju.ApiClient.body;
import static tuanju.ApiClient.read;

import com.jayway.jsonpath.JsonPath;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import support.Jobs;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Together;
import support.Visitor;
import tuanju.WebTest;
import tuanju.consent.Consents;
import tuanju.link.click.SharedBrowsers;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;

@WebTest
@DisplayName("A click is a person's: once a day by a recognised browser, otherwise once a visit")
class LinkClicksTest {

    private static final String PERSON = "Mozilla/5.0 (Linux; Android 14) Chrome/130 Mobile MicroMessenger/8.0";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    Links links;

    @Autowired
    Consents consents;

    @Autowired
    SharedBrowsers browsers;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    private TeamNeighbourhood home;
    private MemberId sharer;
    private String page;
    private String link;

    @BeforeEach
    void shared() {
        home = neighbourhoods.found(2, 3);
        sharer = home.member(0);
        link = links.make(sharer, new Target("offer", home.offer()), "").value();
        page = "/o/" + home.offer();
    }

    @Test
    void whoComesAgainInTheSameVisitIsCountedOnce() {
        var first = open(PERSON);
        open(PERSON, first.getCookie("opened"));
        assertThat(clicks()).isOne();
        open(PERSON);
        assertThat(clicks()).isEqualTo(2);
        open(PERSON, new Cookie("opened", "<script>.." + "A".repeat(3_000)));
        assertThat(clicks()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "facebookexternalhit/1.1", "Googlebot/2.1", "WhatsApp LinkPreview", "curl/8.5"})
    void robotsAreNobody(String robot) {
        open(robot);
        assertThat(clicks()).isZero();
    }

    @Test
    void aPictureAndAPageFetchedAheadAreNoClicks() {
        mvc.get()
                .uri(page + "?from=" + link)
                .header("User-Agent", PERSON)
                .header("Accept", "image/*")
                .exchange();
        request(PERSON).header("Sec-Purpose", "prefetch;prerender").exchange();
        assertThat(clicks()).isZero();
    }

    @Test
    void whoSharesAndWhatIsWithdrawnIsNotCounted() {
        as(sharer, request(PERSON)).exchange();
        links.withdraw(sharer, new tuanju.community.Code(link));
        open(PERSON);
        assertThat(clicks()).isZero();
    }

    @Test
    @DisplayName("a recognised browser counts once a day, also when all its tabs open at once; another day again")
    void aRecognisedBrowserCountsOnceADay() {
        var browser = recognised();
        Together.run(IntStream.range(0, 8)
                .<Callable<Object>>mapToObj(tab -> () -> open(PERSON, browser))
                .toList());
        assertThat(clicks()).isOne();

        jdbc.sql("update link_clicked set day = day - 1").update();
        open(PERSON, browser);
        assertThat(clicks()).isEqualTo(2);
    }

    @Test
    void twentyFourPeopleAtOnceAreTwentyFour() {
        Together.run(IntStream.range(0, 24)
                .<Callable<Object>>mapToObj(person -> () -> open(PERSON))
                .toList());
        assertThat(clicks()).isEqualTo(24);
    }

    @Test
    void nobodyIsRecognisedWhoDidNotTickIt() {
        assertThat(answer(false).getCookie("browser")).isNull();
        assertThat(open(PERSON).getCookie("browser")).isNull();
    }

    @Test
    @DisplayName("a browser seen with two accounts is found while both allow it, and its sharer signed out is no click")
    void aBrowserSeenWithBothIsFound() {
        var browser = recognised();
        var buyer = home.member(1);
        as(sharer, mvc.get().uri("/me/links").cookie(browser)).exchange();
        as(buyer, mvc.get().uri("/me/links").cookie(browser)).exchange();

        assertThat(browsers.haveBoth(sharer, buyer)).isTrue();
        assertThat(browsers.haveBoth(sharer, home.leader())).isFalse();
        open(PERSON, browser);
        assertThat(clicks()).as("who shares, signed out").isZero();

        say(buyer, true);
        say(buyer, false);
        assertThat(browsers.haveBoth(sharer, buyer)).isFalse();
        var after =
                as(buyer, mvc.get().uri("/me/links").cookie(browser)).exchange().getResponse();
        assertThat(after.getCookie("browser").getMaxAge()).isZero();
        assertThat(jdbc.sql("select count(*) from known_browser where member_id = ?")
                        .param(buyer.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aMembersYesRecognisesEveryBrowserTheyUse() {
        say(sharer, true);
        var cookie =
                as(sharer, mvc.get().uri("/me/links")).exchange().getResponse().getCookie("browser");
        assertThat(cookie.getMaxAge()).isEqualTo(90 * 24 * 3_600);
        assertThat(cookie.isHttpOnly()).isTrue();
    }

    @Test
    void afterNinetyDaysNobodyIsKnown() {
        var browser = recognised();
        as(sharer, mvc.get().uri("/me/links").cookie(browser)).exchange();
        jdbc.sql("update known_browser set seen_at = now() - interval '91 days' where member_id = ?")
                .param(sharer.value())
                .update();
        jobs.run("link-forget-browsers");
        assertThat(jdbc.sql("select count(*) from known_browser where member_id = ?")
                        .param(sharer.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theSharersPagesAndProgramsSayIt() {
        open(PERSON);
        assertThat(body(as(sharer, mvc.get().uri("/me/links")).exchange())).contains("打开 1 次");
        assertThat(body(as(sharer, mvc.get().uri("/me/recommendations")).exchange()))
                .contains("打开 1 次");
        assertThat(JsonPath.<Integer>read(
                        body(as(sharer, mvc.get().uri("/api/v1/links")).exchange()), "$.items[0].clicks"))
                .isOne();
        assertThat(this.<Integer>earned()).isZero();
    }

    private <T> T earned() {
        return read(as(sharer, mvc.get().uri("/api/v1/links")).exchange(), "$.items[0].earnedFen");
    }

    private Cookie recognised() {
        return answer(true).getCookie("browser");
    }

    private MockHttpServletResponse answer(boolean browser) {
        return mvc.post()
                .uri("/link-memory")
                .param("yes", "true")
                .param("browser", String.valueOf(browser))
                .param("back", page)
                .header("Sec-Fetch-Site", "same-origin")
                .exchange()
                .getResponse();
    }

    private void say(MemberId member, boolean given) {
        if (given) {
            consents.give(member, "link-browser");
        } else {
            consents.withdraw(member, "link-browser");
        }
    }

    private MockHttpServletResponse open(String agent, Cookie... cookies) {
        var request = request(agent);
        List.of(cookies).forEach(request::cookie);
        return request.exchange().getResponse();
    }

    private MockMvcRequestBuilder request(String agent) {
        return mvc.get()
                .uri(page + "?from=" + link)
                .header("User-Agent", agent)
                .header("Accept", "text/html,application/xhtml+xml")
                .header("Accept-Language", "zh-CN");
    }

    private static MockMvcRequestBuilder as(MemberId member, MockMvcRequestBuilder request) {
        return request.header("Accept-Language", "zh-CN")
                .with(csrf())
                .with(Visitor.signedIn(new SignedIn(member, "小周", false, null)));
    }

    private long clicks() {
        return jdbc.sql(
                        "select coalesce(sum(c.clicks), 0) from link_clicks c join shared_link l on l.id = c.link_id where l.code = ?")
                .param(link)
                .query(Long.class)
                .single();
    }
}
