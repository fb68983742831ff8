package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tuanju.WebTest;
import tuanju.member.Members;
import tuanju.member.Phone;
import tuanju.member.operators.Operators;

@WebTest
class PageDoorTest {

    private static final Pattern CODE = Pattern.compile("\\b([0-9]{6})\\b");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient database;

    @Test
    void aNewcomerNeedsAPhoneACodeAndAName() {
        var browser = new Browser(mvc);
        var phone = People.anyPhone();
        assertThat(askForCode(browser, phone, "/orders?page=2")).hasStatus(302).hasRedirectedUrl("/sign-in/code");
        assertThat(enter(browser, codeFor(phone))).hasRedirectedUrl("/sign-up/name");
        browser.get("/sign-up/name");
        assertThat(browser.post("/sign-up/name", Map.of("name", "小李"))).hasRedirectedUrl("/orders?page=2");
        assertThat(browser.get("/me")).hasStatusOk();
        assertThat(browser.page())
                .contains("小李", phone.substring(0, 3) + "****")
                .doesNotContain(phone);
    }

    @Test
    void aMemberNeedsAPhoneAndACodeOnly() {
        var phone = People.anyPhone();
        People.signUp(mvc, phone);
        var browser = new Browser(mvc);
        askForCode(browser, phone, "/t/ABCD1234567890");
        assertThat(enter(browser, codeFor(phone))).hasRedirectedUrl("/t/ABCD1234567890");
        assertThat(browser.get("/me")).hasStatusOk();
    }

    @Test
    @DisplayName("A-70 signing in begins a new session and the old id is dead")
    void signingInBeginsANewSession() {
        var browser = new Browser(mvc);
        var phone = People.anyPhone();
        People.signUp(mvc, phone);
        browser.get("/sign-in?with=password");
        var before = browser.cookie("session");
        assertThat(browser.post("/sign-in/password", Map.of("phone", phone, "password", People.PASSWORD)))
                .hasRedirectedUrl("/");
        assertThat(browser.cookie("session")).isNotEmpty().isNotEqualTo(before);
        assertThat(browser.get("/me")).hasStatusOk();
        var attacker = new Browser(mvc);
        attacker.give("session", before);
        assertThat(attacker.get("/me")).hasStatus(303);
    }

    @Test
    @DisplayName("A-70 a new password signs out every other device and every token")
    void aNewPasswordEndsOtherSessions() {
        var phone = People.anyPhone();
        var token = People.signUp(mvc, phone);
        var kept = signedIn(phone);
        var other = signedIn(phone);
        kept.get("/me/password");
        assertThat(kept.post("/me/password", Map.of("old", People.PASSWORD, "password", "another lantern boat")))
                .hasRedirectedUrl("/me");
        assertThat(kept.get("/me")).hasStatusOk();
        assertThat(other.get("/me")).hasStatus(303);
        assertThat(mvc.get().uri("/api/v1/orders").header("Authorization", "Bearer " + token))
                .hasStatus(401);
    }

    @Test
    @DisplayName("A-53 A-54 a form without the token of this session is refused")
    void formsWithoutATokenAreRefused() {
        var phone = People.anyPhone();
        People.signUp(mvc, phone);
        var browser = signedIn(phone);
        assertThat(browser.postWithoutToken("/me/profile", Map.of("name", "x"))).hasStatus(403);
        assertThat(browser.postWithoutToken("/sign-out", Map.of())).hasStatus(403);
        assertThat(browser.get("/me")).hasStatusOk();
        assertThat(new Browser(mvc).postWithoutToken("/sign-in/password", Map.of("phone", phone, "password", "x")))
                .hasStatus(403);
    }

    @Test
    @DisplayName("A-53 what providers call has no token and gets no cookie")
    void providersNeedNoTokenAndGetNoCookie() {
        var result = mvc.post().uri("/payments/callbacks/nobody").exchange();
        assertThat(result.getResponse().getStatus()).isNotEqualTo(403);
        assertThat(result.getResponse().getCookies()).isEmpty();
    }

    @Test
    @DisplayName("W-17 signing out ends the session and makes the browser forget what it kept")
    void signingOutEndsTheSession() {
        var phone = People.anyPhone();
        People.signUp(mvc, phone);
        var browser = signedIn(phone);
        browser.get("/me");
        assertThat(browser.post("/sign-out", Map.of()))
                .hasRedirectedUrl("/")
                .hasHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        assertThat(browser.get("/me")).hasStatus(303);
    }

    @Test
    @DisplayName("A-73 five wrong tries spend a code; another browser cannot use it; it works once")
    void codesAreHardToGuess() {
        var phone = People.anyPhone();
        var browser = new Browser(mvc);
        askForCode(browser, phone, "/");
        var right = codeFor(phone);
        var wrong = right.equals("000000") ? "111111" : "000000";
        for (int i = 0; i < 5; i++) {
            assertThat(enter(browser, wrong)).hasStatus(422);
        }
        assertThat(enter(browser, right)).hasStatus(422);
    }

    @Test
    @DisplayName("A-73 a code is bound to the browser that asked and works once")
    void codesBelongToOneBrowserAndWorkOnce() {
        var phone = People.anyPhone();
        var victim = new Browser(mvc);
        askForCode(victim, phone, "/");
        var code = codeFor(phone);
        var thief = new Browser(mvc);
        askForCode(thief, People.anyPhone(), "/");
        assertThat(enter(thief, code)).hasStatus(422);
        assertThat(enter(victim, code)).hasRedirectedUrl("/sign-up/name");
        assertThat(victim.get("/sign-in/code")).hasRedirectedUrl("/sign-in");
    }

    @Test
    @DisplayName(
            "W-10 a browser that stopped at its name does not come into the account somebody else opened meanwhile")
    void whoeverStoppedAtTheNameComesIntoNoOthersAccount() {
        var phone = People.anyPhone();
        var left = new Browser(mvc);
        askForCode(left, phone, "/");
        assertThat(enter(left, codeFor(phone))).hasRedirectedUrl("/sign-up/name");
        left.get("/sign-up/name");
        // the owner comes a minute later, with a code of their own
        database.sql("update one_time_code set sent_at = sent_at - interval '2 minutes' where phone = :phone")
                .param("phone", phone)
                .update();
        People.signUp(mvc, phone);

        assertThat(left.post("/sign-up/name", Map.of("name", "路人"))).hasRedirectedUrl("/sign-in");
        assertThat(left.get("/me")).hasStatus(303);
    }

    @Test
    @DisplayName("A-73 a code is good for ten minutes")
    void codesRunOut() {
        var phone = People.anyPhone();
        var browser = new Browser(mvc);
        askForCode(browser, phone, "/");
        database.sql("update one_time_code set expires_at = now() - interval '1 second' where phone = :phone")
                .param("phone", phone)
                .update();
        assertThat(enter(browser, codeFor(phone))).hasStatus(422);
    }

    @Test
    @DisplayName("A-74 a phone gets one code a minute, five an hour")
    void aPhoneIsNotBombed() {
        var phone = People.anyPhone();
        assertThat(askForCode(new Browser(mvc), phone, "/")).hasStatus(302);
        assertThat(askForCode(new Browser(mvc).from("198.51.100.9"), phone, "/"))
                .hasStatus(429)
                .containsHeader("Retry-After");
        for (int sent = 1; sent < 5; sent++) {
            aMinutePasses(phone);
            assertThat(askForCode(new Browser(mvc), phone, "/")).hasStatus(302);
        }
        aMinutePasses(phone);
        assertThat(askForCode(new Browser(mvc), phone, "/")).hasStatus(429);
    }

    @Test
    @DisplayName("A-74 one address gets sixty codes an hour")
    void anAddressSendsSoMany() {
        var browser = new Browser(mvc).from("198.51.100.77");
        MvcTestResult last = askForCode(browser, People.anyPhone(), "/");
        for (int i = 0; i < 61; i++) {
            last = browser.post("/sign-in/codes", Map.of("phone", People.anyPhone()));
            browser.get("/sign-in");
        }
        assertThat(last).hasStatus(429);
    }

    @Test
    @DisplayName("A-75 a known and an unknown phone get the same answers")
    void knownAndUnknownPhonesLookAlike() {
        var known = People.anyPhone();
        People.signUp(mvc, known);
        assertThat(codePage(known)).isEqualTo(codePage(People.anyPhone()));
        assertThat(wrongPassword(known)).isEqualTo(wrongPassword(People.anyPhone()));
    }

    @ParameterizedTest(name = "A-60 next={0} leads home")
    @ValueSource(
            strings = {
                "//evil.example", "/\\evil.example", "https:evil.example", "https://evil.example",
                        "/%2f%2fevil.example",
                "/%09/evil.example", "/%0d%0aSet-Cookie:x", "javascript:alert(1)", "evil.example", "/@evil.example//x",
                "/sign-in", "/..//evil.example", "/．．／evil"
            })
    void signingInNeverLeadsElsewhere(String next) {
        var phone = People.anyPhone();
        People.signUp(mvc, phone);
        var browser = new Browser(mvc);
        browser.get("/sign-in?with=password");
        assertThat(browser.post("/sign-in/password", Map.of("phone", phone, "password", People.PASSWORD, "next", next)))
                .hasRedirectedUrl("/");
    }

    @Test
    void strangersAreSentToSignInAndBack() {
        assertThat(new Browser(mvc).get("/me")).hasStatus(303).hasHeader("Location", "/sign-in?next=%2Fme");
        assertThat(new Browser(mvc).get("/no-such-page")).hasStatus(404);
    }

    @Test
    @DisplayName("W-17 looking at the sign-in page leaves a row for an hour; who signs in stays for a month")
    void aVisitorsSessionIsShort(@Autowired JdbcClient jdbc) {
        var phone = People.anyPhone();
        People.signUp(mvc, phone);
        var visitor = new Browser(mvc);
        visitor.get("/sign-in");
        assertThat(seconds(visitor, jdbc)).isEqualTo(Duration.ofHours(1).toSeconds());
        assertThat(seconds(signedIn(phone), jdbc)).isEqualTo(Duration.ofDays(30).toSeconds());
    }

    private static long seconds(Browser browser, JdbcClient jdbc) {
        var id = new String(Base64.getDecoder().decode(browser.cookie("session")), StandardCharsets.UTF_8);
        return jdbc.sql("select max_inactive_interval from spring_session where session_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    @Test
    @DisplayName("A-07 the operator's area opens with the role and closes with it, at the next request")
    void rolesAreReadAtEveryRequest(@Autowired Operators operators, @Autowired Members members) {
        var phone = People.anyPhone();
        People.signUp(mvc, phone);
        var me = members.withPhone(Phone.of(phone)).orElseThrow();
        var browser = signedIn(phone);
        assertThat(browser.get("/operate/nothing-here")).hasStatus(404);
        assertThat(browser.get("/me")).hasStatusOk();
        assertThat(browser.page()).doesNotContain("href=\"/operate\"");
        operators.appoint(me);
        var other = People.anyPhone();
        People.signUp(mvc, other);
        operators.appoint(members.withPhone(Phone.of(other)).orElseThrow());
        browser.get("/me");
        assertThat(browser.page()).contains("href=\"/operate\"");
        assertThat(browser.get("/actuator/prometheus"))
                .as("numbers on the main port")
                .hasStatusOk();
        operators.dismiss(me, me, "搬走了");
        assertThat(browser.get("/me")).as("what was open").hasStatus(303);
        var anew = signedIn(phone);
        assertThat(anew.get("/actuator/prometheus")).hasStatus(404);
        anew.get("/me");
        assertThat(anew.page()).doesNotContain("href=\"/operate\"");
    }

    @Test
    @DisplayName("A-52 A-61 A-99 every response carries the headers, errors and files included")
    void everyResponseCarriesTheHeaders() {
        for (var path : new String[] {"/sign-in", "/no-such-page", "/page/once.js", "/api/v1/orders", "/me"}) {
            assertThat(new Browser(mvc).get(path))
                    .as(path)
                    .hasHeader("Content-Security-Policy", ResponseHeaders.CONTENT_SECURITY_POLICY)
                    .hasHeader("X-Content-Type-Options", "nosniff")
                    .hasHeader("Referrer-Policy", "strict-origin-when-cross-origin")
                    .hasHeader("Cross-Origin-Opener-Policy", "same-origin")
                    .containsHeader("Permissions-Policy");
        }
        assertThat(ResponseHeaders.CONTENT_SECURITY_POLICY).doesNotContain("unsafe");
    }

    @Test
    @DisplayName("A-71 A-90 the cookie is closed to scripts and other sites; private pages are kept nowhere")
    void cookiesAreClosedAndPrivatePagesKeptNowhere() {
        var result = new Browser(mvc).get("/sign-in");
        assertThat(result.getResponse().getHeader("Set-Cookie")).contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(result).hasHeader("Cache-Control", "no-store");
        var phone = People.anyPhone();
        People.signUp(mvc, phone);
        assertThat(signedIn(phone).get("/me")).hasHeader("Cache-Control", "no-store");
    }

    @Test
    void aLookAroundLeavesNoSession() {
        var browser = new Browser(mvc);
        browser.get("/no-such-page");
        assertThat(browser.cookie("session")).isEmpty();
    }

    private Browser signedIn(String phone) {
        var browser = new Browser(mvc);
        browser.get("/sign-in?with=password");
        browser.post("/sign-in/password", Map.of("phone", phone, "password", People.PASSWORD));
        return browser;
    }

    private MvcTestResult askForCode(Browser browser, String phone, String next) {
        browser.get("/sign-in");
        return browser.post("/sign-in/codes", Map.of("phone", phone, "next", next));
    }

    private MvcTestResult enter(Browser browser, String code) {
        browser.get("/sign-in/code");
        return browser.post("/sign-in/code", Map.of("code", code));
    }

    private String codePage(String phone) {
        var browser = new Browser(mvc);
        askForCode(browser, phone, "/");
        browser.get("/sign-in/code");
        return withoutSecrets(browser.page(), phone);
    }

    private String wrongPassword(String phone) {
        var browser = new Browser(mvc);
        browser.get("/sign-in?with=password");
        browser.post("/sign-in/password", Map.of("phone", phone, "password", "not this one"));
        return withoutSecrets(browser.page(), phone);
    }

    private static String withoutSecrets(String page, String phone) {
        return page.replace(phone, "")
                .replace(phone.substring(0, 3) + "****" + phone.substring(7), "")
                .replaceAll("value=\"[^\"]+\"", "")
                .replaceAll("[0-9]{6}", "");
    }

    private String codeFor(String phone) {
        var text = database.sql("select text from sms_outbox where phone = :phone order by id desc limit 1")
                .param("phone", phone)
                .query(String.class)
                .single();
        var code = CODE.matcher(text);
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private void aMinutePasses(String phone) {
        database.sql("delete from rate_limit where key = :key")
                .param("key", "code " + phone)
                .update();
    }
}
