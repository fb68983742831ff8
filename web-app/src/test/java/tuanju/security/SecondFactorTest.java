package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import support.Patience;
import support.Together;
import support.Told;
import tuanju.ApiClient;
import tuanju.WebTest;
import tuanju.audit.AuditTrail;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.member.Phone;
import tuanju.member.operators.Operators;

/** An operator shows a code of an app beside their phone or password. */
@WebTest
@DisplayName("A-78 The second factor of an operator")
class SecondFactorTest {

    private static final String PAGE = "/me/second-factor";
    private static final Pattern SECRET = Pattern.compile("secret\">([A-Z2-7]{32})<");
    private static final Pattern SEALED = Pattern.compile("name=\"sealed\" value=\"([^\"]+)\"");
    private static final Pattern RECOVERY = Pattern.compile(">([A-Z2-7]{4}(?:-[A-Z2-7]{4}){3})<");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Operators operators;

    @Autowired
    Members members;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    private final String phone = People.anyPhone();

    /** What an operator has after setting up: the app, recovery codes, and the browser in which they did it. */
    private record Equipped(AuthenticatorApp app, List<String> recoveryCodes, Browser browser) {}

    @Test
    @DisplayName("is asked for after signing in, and nothing of the operator's answers before, in a session of before")
    void isAskedForAfterSigningIn() {
        var before = signIn(appointed(phone));
        var app = equip(phone).app();
        assertThat(before.get("/operate")).as("a session of before").hasStatus(303);

        var browser = new Browser(mvc);
        browser.get("/sign-in?with=password");
        assertThat(password(browser, "/operate/audit")).hasRedirectedUrl(PAGE + "?next=%2Foperate%2Faudit");
        assertThat(browser.get("/operate/orders?q=%E7%8E%8B"))
                .hasStatus(303)
                .hasHeader("Location", PAGE + "?next=%2Foperate%2Forders%3Fq%3D%25E7%258E%258B");
        assertThat(browser.get("/actuator/prometheus")).hasStatus(303);
        assertThat(browser.get("/orders")).as("what is every member's").hasStatusOk();

        var known = browser.cookie("session");
        browser.get(PAGE + "?next=%2Foperate%2Faudit");
        assertThat(browser.post(PAGE, Map.of("code", app.code(1), "next", "/operate/audit")))
                .hasRedirectedUrl("/operate/audit");
        assertThat(browser.get("/operate/audit")).hasStatusOk();
        assertThat(browser.cookie("session")).as("a session known before").isNotEqualTo(known);
        var other = new Browser(mvc);
        other.give("session", known);
        assertThat(other.get("/operate")).hasStatus(303).hasHeader("Location", "/sign-in?next=%2Foperate");
    }

    @Test
    @DisplayName("is good once: a code that was used, in another browser or for a token, is refused")
    void aCodeIsGoodOnce() {
        appointed(phone);
        var app = equip(phone).app();
        var code = app.code(1);
        assertThat(token(code)).hasStatus(201);
        assertThat(token(code)).hasStatus(401);
        var browser = signIn(phone);
        browser.get(PAGE);
        assertThat(browser.post(PAGE, Map.of("code", code)))
                .hasStatus(401)
                .bodyText()
                .contains("每个只能用一次");
        assertThat(browser.get("/operate")).hasStatus(303);
    }

    @Test
    @DisplayName("is good once also for four who use it at the same moment")
    void ofFourAtOnceOneGetsIn() {
        appointed(phone);
        var code = equip(phone).app().code(1);
        Callable<Integer> use = () -> token(code).getResponse().getStatus();
        var answers = Together.run(List.of(use, use, use, use)).stream()
                .map(Together.Outcome::value)
                .toList();
        assertThat(answers).containsExactlyInAnyOrder(201, 401, 401, 401);
    }

    @Test
    @DisplayName("is no code of two minutes ago or ahead, and after five wrong ones the right one waits too")
    void wrongCodesAreFew() {
        appointed(phone);
        var app = equip(phone).app();
        for (var wrong : List.of(app.code(4), app.code(-4), "", "12345", "not-a-code")) {
            assertThat(token(wrong)).as(wrong).hasStatus(401);
        }
        assertThat(token(app.code(1))).hasStatus(429).containsHeader("Retry-After");
    }

    @Test
    @DisplayName("can be a recovery code, however it is written, each once")
    void aRecoveryCodeIsGoodOnce() {
        appointed(phone);
        var codes = equip(phone).recoveryCodes();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(token(codes.get(0).replace("-", " ").toLowerCase(Locale.ROOT)))
                .hasStatus(201);
        assertThat(token(codes.get(0))).hasStatus(401);
        assertThat(token(codes.get(1))).hasStatus(201);
        assertThat(acts(account(phone))).containsSubsequence("second-factor.recovered", "second-factor.set-up");
    }

    @Test
    @DisplayName("is never set up by who is no operator, nor with another's secret, nor over one that is there")
    void strangersSetUpNothing() {
        var stranger = People.anyPhone();
        People.signUp(mvc, stranger);
        var browser = signIn(stranger);
        assertThat(browser.get(PAGE)).hasStatus(404);
        browser.get("/me/password");
        assertThat(setUp(browser, "anything", "123456")).hasStatus(404);

        appointed(phone);
        var offered = offer(signIn(phone));
        var other = appointed(stranger);
        var theirs = signIn(other);
        theirs.get(PAGE);
        assertThat(setUp(theirs, offered.sealed(), offered.app().code(0)))
                .hasStatus(400)
                .bodyText()
                .contains("打开太久");

        var second = signIn(phone);
        var late = offer(second);
        equip(phone);
        var kept = sealed();
        assertThat(setUp(second, late.sealed(), late.app().code(0))).hasRedirectedUrl(PAGE);
        assertThat(sealed()).isEqualTo(kept);
    }

    @Test
    @DisplayName("makes a token an operator's; one without it, or of before, is a member's and says what is missing")
    void aTokenWithoutItIsAMembers() {
        appointed(phone);
        var before = People.token(mvc, phone);
        assertThat(sales(before)).as("where it is only offered").hasStatusOk();
        var app = equip(phone).app();
        for (var plain : List.of(before, People.token(mvc, phone))) {
            assertThat(sales(plain))
                    .hasStatus(403)
                    .bodyJson()
                    .extractingPath("$.type")
                    .isEqualTo("urn:tuanju:problem:second-factor-first");
            assertThat(get("/api/v1/complaints", plain)).hasStatus(403);
            assertThat(get("/api/v1/leaders/applications", plain)).hasStatus(403);
            assertThat(get("/api/v1/no-such-thing", plain)).as("as a member").hasStatus(404);
        }
        String full = ApiClient.read(token(app.code(1)), "$.token");
        assertThat(sales(full)).hasStatusOk();
        assertThat(get("/api/v1/complaints", full)).hasStatusOk();
    }

    @Test
    @DisplayName("is shown once: neither page nor table tells the secret, and codes are kept as hashes")
    void theSecretIsShownOnce() {
        appointed(phone);
        var equipped = equip(phone);
        equipped.browser().get(PAGE);
        assertThat(equipped.browser().page())
                .doesNotContain(equipped.app().text())
                .doesNotContain("data:image/svg");
        equipped.browser().get("/operate/operators");
        assertThat(equipped.browser().page())
                .doesNotContain(equipped.app().text())
                .contains("剩 10 个恢复码");
        var table = new String(sealed(), StandardCharsets.ISO_8859_1);
        assertThat(table).doesNotContain(new String(equipped.app().secret(), StandardCharsets.ISO_8859_1));
        assertThat(jdbc.sql("select count(*) from recovery_code where octet_length(hash) <> 32")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName(
            "A-97 that was lost is reset by two other operators, one of whom says why; everything open ends, and they are told")
    void anotherOperatorResetsALostOne() {
        var lost = account(appointed(phone));
        var equipped = equip(phone);
        String open = ApiClient.read(token(equipped.app().code(1)), "$.token");
        var helper = appointed(People.anyPhone());
        var browser = signIn(helper);
        browser.get("/operate/operators");
        assertThat(reset(browser, account(helper), "自己的")).as("one's own").hasStatus(404);
        assertThat(reset(browser, lost, " ")).hasStatus(400).bodyText().contains("请用文字说明");
        assertThat(reset(browser, lost, "视频通话确认本人")).hasRedirectedUrl("/operate/operators");
        assertThat(equipped.browser().get("/operate"))
                .as("before another one says so")
                .hasStatusOk();
        equipped.browser().get("/operate/second-words");
        assertThat(equipped.browser().page()).contains("与您本人有关");
        var another = signIn(appointed(People.anyPhone()));
        another.get("/operate/second-words");
        assertThat(another.post(
                        "/operate/second-words/" + waiting(lost) + "/confirmation",
                        Map.of("commandKey", "yes-" + lost.value())))
                .hasRedirectedUrl("/operate/second-words");

        assertThat(equipped.browser().get("/operate")).hasStatus(303).hasHeader("Location", "/sign-in?next=%2Foperate");
        assertThat(get("/api/v1/no-such-thing", open)).hasStatus(401);
        var act = trail.about("member " + lost.value(), 1).getFirst();
        assertThat(act.action()).isEqualTo("second-factor.reset");
        assertThat(act.actor()).isEqualTo(account(helper).value());
        assertThat(act.detail()).isEqualTo("视频通话确认本人");
        Patience.await().untilAsserted(() -> assertThat(Told.topics(jdbc, lost)).contains("member.told.factor-reset"));
        assertThat(equip(phone).recoveryCodes()).hasSize(10);
    }

    @Test
    @DisplayName("is ended by its owner with a code of it, and then nothing opens with it any more")
    void itsOwnerChangesTheApp() {
        appointed(phone);
        var equipped = equip(phone);
        var browser = equipped.browser();
        browser.get(PAGE);
        assertThat(browser.post(PAGE + "/end", Map.of("code", "000000"))).hasStatus(401);
        browser.get(PAGE);
        assertThat(browser.post(PAGE + "/end", Map.of("code", equipped.app().code(1))))
                .hasRedirectedUrl(PAGE);
        assertThat(token(equipped.recoveryCodes().getFirst())).hasStatus(401);
        assertThat(offer(browser).app().text()).isNotEqualTo(equipped.app().text());
    }

    @Test
    @DisplayName("cannot go back in the table: neither a step, nor a used recovery code, nor a token of another's")
    void theTableRefusesToGoBack() {
        appointed(phone);
        equip(phone);
        var me = account(phone).value();
        var mine = "second_factor_id = (select id from second_factor where member_id = '" + me + "')";
        jdbc.sql("update recovery_code set used_at = now() where " + mine).update();
        for (var act : List.of(
                "update second_factor set last_step = last_step where member_id = '" + me + "'",
                "update second_factor set sealed = sealed || sealed where member_id = '" + me + "'",
                "update recovery_code set used_at = null where " + mine)) {
            assertThatThrownBy(() -> jdbc.sql(act).update()).hasMessageContaining("good once");
        }
        var other = People.anyPhone();
        People.signUp(mvc, other);
        assertThatThrownBy(() -> jdbc.sql("update api_token set " + mine + " where member_id = ?")
                        .param(account(other).value())
                        .update())
                .hasMessageContaining("token_was_opened_with_its_members_own_factor");
    }

    private record Offered(AuthenticatorApp app, String sealed) {}

    private Offered offer(Browser browser) {
        assertThat(browser.get(PAGE)).hasStatusOk();
        return new Offered(new AuthenticatorApp(found(SECRET, browser)), found(SEALED, browser));
    }

    private Equipped equip(String phone) {
        var browser = signIn(phone);
        var offered = offer(browser);
        assertThat(setUp(browser, offered.sealed(), offered.app().code(0))).hasStatusOk();
        var codes = RECOVERY.matcher(browser.page())
                .results()
                .map(it -> it.group(1))
                .toList();
        assertThat(browser.get("/operate")).hasStatusOk();
        return new Equipped(offered.app(), codes, browser);
    }

    private static String found(Pattern what, Browser browser) {
        return what.matcher(browser.page()).results().findFirst().orElseThrow().group(1);
    }

    private static MvcTestResult setUp(Browser browser, String sealed, String code) {
        return browser.post(PAGE + "/app", Map.of("sealed", sealed, "code", code));
    }

    private static MvcTestResult reset(Browser browser, MemberId whose, String reason) {
        browser.get("/operate/operators");
        return browser.post(
                "/operate/operators/" + whose.value() + "/second-factor/reset",
                Map.of("commandKey", "key-" + UUID.randomUUID(), "reason", reason));
    }

    private String appointed(String phone) {
        if (members.withPhone(Phone.of(phone)).isEmpty()) {
            People.signUp(mvc, phone);
        }
        operators.appoint(account(phone));
        return phone;
    }

    private MemberId account(String phone) {
        return members.withPhone(Phone.of(phone)).orElseThrow();
    }

    private Browser signIn(String phone) {
        var browser = new Browser(mvc);
        browser.get("/sign-in?with=password");
        browser.post("/sign-in/password", Map.of("phone", phone, "password", People.PASSWORD));
        return browser;
    }

    private MvcTestResult password(Browser browser, String next) {
        return browser.post("/sign-in/password", Map.of("phone", phone, "password", People.PASSWORD, "next", next));
    }

    private MvcTestResult token(String otp) {
        var who = "{\"phone\":\"%s\",\"password\":\"%s\",\"otp\":\"%s\"}";
        return ApiClient.stranger(mvc).post("/api/v1/tokens", who.formatted(phone, People.PASSWORD, otp));
    }

    private MvcTestResult sales(String token) {
        return get("/api/v1/insight/sales?from=2026-11-01&to=2026-11-22", token);
    }

    private MvcTestResult get(String path, String token) {
        return new ApiClient(mvc, token, "203.0.113.9").get(path);
    }

    private UUID waiting(MemberId about) {
        return jdbc.sql("select id from second_word where thing_id = ? and status = 'WAITING'")
                .param(about.value())
                .query(UUID.class)
                .single();
    }

    private byte[] sealed() {
        return Objects.requireNonNull(jdbc.sql("select sealed from second_factor where member_id = ?")
                .param(account(phone).value())
                .query((row, number) -> row.getBytes(1))
                .single());
    }

    private List<String> acts(MemberId member) {
        return trail.about("member " + member.value(), 20).stream()
                .map(it -> it.action())
                .toList();
    }
}
