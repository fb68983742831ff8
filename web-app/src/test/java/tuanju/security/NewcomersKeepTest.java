package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import support.Residents;
import tuanju.WebTest;

/** Nobody who comes for the first time types anything twice, or stands before a door that does not say how it opens. */
@WebTest
@DisplayName("W-58 A newcomer")
class NewcomersKeepTest {

    private static final String NAMED = "value=\"3号楼小李\"";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Residents residents;

    @Autowired
    JdbcClient jdbc;

    private final String phone = Residents.anyPhone();

    @Test
    @DisplayName("keeps the name beside a wrong code, through a new code and another language")
    void theNameIsKept() {
        var browser = asked();
        assertThat(browser.post("/sign-in/code", Map.of("code", wrong(), "name", "3号楼小李")))
                .hasStatus(422);
        assertThat(browser.page()).contains(NAMED);
        browser.get("/sign-in/code");
        assertThat(browser.page()).as("in another language").contains(NAMED);

        aMinutePasses();
        browser.post("/sign-in/code/again", Map.of("code", "", "name", "3号楼小李家"));
        browser.get("/sign-in/code");
        assertThat(browser.page()).as("with a new code").contains("value=\"3号楼小李家\"");
        assertThat(browser.post("/sign-in/code", Map.of("code", residents.codeTo(phone), "name", "3号楼小李家")))
                .hasRedirectedUrl("/");
    }

    @Test
    @DisplayName("who mistypes a number and takes another language still comes to where they were going")
    void theWayOnIsKept() {
        var browser = new Browser(mvc);
        var way = "next=/t/E0ABCDEFGH";
        browser.get("/sign-in?" + way);
        browser.post("/sign-in/codes", Map.of("phone", "1380", "next", "/t/E0ABCDEFGH"));
        assertThat(browser.page()).contains("name=\"back\" value=\"/sign-in?next=%2Ft%2FE0ABCDEFGH\"");

        browser.get("/sign-in?with=password&" + way);
        browser.post("/sign-in/password", Map.of("phone", "1380", "password", "x", "next", "/t/E0ABCDEFGH"));
        assertThat(browser.page()).contains("value=\"/sign-in?with=password&amp;next=%2Ft%2FE0ABCDEFGH\"");
    }

    @Test
    @DisplayName("whose name cannot be used reads why, and finds it in the field")
    void anUnusableNameIsSaid() {
        var browser = asked();
        var long41 = "长".repeat(30);
        browser.post("/sign-in/code", Map.of("code", residents.codeTo(phone), "name", long41));
        browser.get("/sign-up/name");
        assertThat(browser.page()).contains("value=\"" + long41 + "\"", "name-error");
    }

    @Test
    @DisplayName("who takes another number and then this one again goes on with the code on its way")
    void theSameNumberAgainWorks() {
        var browser = asked();
        var code = residents.codeTo(phone);
        browser.get("/sign-in");
        assertThat(browser.post("/sign-in/codes", Map.of("phone", phone))).hasRedirectedUrl("/sign-in/code");
        browser.get("/sign-in/code");
        assertThat(browser.post("/sign-in/code", Map.of("code", code))).hasRedirectedUrl("/sign-up/name");
    }

    @Test
    @DisplayName("whose code is used up reads why, and is offered a new one as the next step")
    void aSpentCodeOffersANewOne() {
        var browser = asked();
        for (int tries = 1; tries < 5; tries++) {
            browser.post("/sign-in/code", Map.of("code", wrong()));
            assertThat(browser.page()).contains("验证码不对").doesNotContain("作废");
        }
        browser.post("/sign-in/code", Map.of("code", wrong()));
        assertThat(browser.page()).containsSubsequence("已经作废", "button-main", "再发一次");
        jdbc.sql("update one_time_code set tries = 0, expires_at = now() where phone = ?")
                .param(phone)
                .update();
        browser.post("/sign-in/code", Map.of("code", wrong()));
        assertThat(browser.page()).contains("已经过期");
        jdbc.sql("update one_time_code set used_at = now() where phone = ?")
                .param(phone)
                .update();
        browser.post("/sign-in/code", Map.of("code", wrong()));
        assertThat(browser.page()).contains("已经用过");
    }

    @Test
    @DisplayName("reads longer waiting in minutes and hours, not in thousands of seconds")
    void waitingIsSaidInMinutes() {
        asked();
        jdbc.sql("""
                        insert into one_time_code (id, phone, purpose, code_hash, sent_at, expires_at)
                        select gen_random_uuid(), :phone, 'API', decode(repeat('00', 32), 'hex'), now() - interval '18 minutes', now()
                        from generate_series(1, :codes)
                        """).param("phone", phone).param("codes", 5).update();
        aMinutePasses();
        var browser = new Browser(mvc);
        browser.get("/sign-in");
        assertThat(browser.post("/sign-in/codes", Map.of("phone", phone))).hasStatus(429);
        assertThat(browser.page()).contains("请 42 分钟后再试");
    }

    @Test
    @DisplayName("who sends the number's page again by its address comes to the beginning, not to an error")
    void theAddressOfAFormLeadsToItsPage() {
        assertThat(new Browser(mvc).get("/sign-in/codes")).hasRedirectedUrl("/sign-in");
        assertThat(new Browser(mvc).get("/sign-in/password")).hasRedirectedUrl("/sign-in?with=password");
    }

    private Browser asked() {
        var browser = new Browser(mvc);
        browser.get("/sign-in");
        assertThat(browser.post("/sign-in/codes", Map.of("phone", phone))).hasRedirectedUrl("/sign-in/code");
        browser.get("/sign-in/code");
        return browser;
    }

    private String wrong() {
        return residents.codeTo(phone).equals("000000") ? "111111" : "000000";
    }

    private void aMinutePasses() {
        jdbc.sql("delete from rate_limit where key = ?").param("code " + phone).update();
    }
}
