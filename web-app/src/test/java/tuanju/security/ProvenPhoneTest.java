package tuanju.security;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import support.Residents;
import tuanju.ApiClient;
import tuanju.WebTest;
import tuanju.member.MemberId;

/** A phone is proven before anything hangs on it, for programs as for browsers. */
@WebTest
class ProvenPhoneTest {

    private static final String STRANGERS = "the password of a stranger";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Residents residents;

    @Autowired
    JdbcClient jdbc;

    private final String phone = Residents.anyPhone();

    @Test
    @DisplayName("W-10 there is no account without a code that came back")
    void nobodySignsUpWithoutACode() {
        var stranger = ApiClient.stranger(mvc);
        stranger.codeFor(phone);
        assertThat(stranger.post(
                        "/api/v1/members",
                        "{\"phone\":\"%s\",\"password\":\"%s\",\"name\":\"小李\"}".formatted(phone, STRANGERS)))
                .hasStatus(400);
        assertThat(signUp(stranger, "000000", "小李")).hasStatus(401);
        assertThat(members()).isZero();
    }

    @Test
    @DisplayName(
            "W-10 a code signs up (201), an existing member is told who they are (200) and nothing of them changes")
    void aCodeSignsUpOnceAndFindsAgain() {
        var program = ApiClient.stranger(mvc);
        var first = signUp(program, program.codeFor(phone), "小李", ApiClient.PASSWORD);
        assertThat(first).hasStatus(201).bodyJson().extractingPath("$.created").isEqualTo(true);

        var again = signUp(program, program.codeFor(phone), "别的名字", STRANGERS);

        assertThat(again).hasStatus(200).bodyJson().extractingPath("$.name").isEqualTo("小李");
        assertThat(ApiClient.<String>read(again, "$.id")).isEqualTo(ApiClient.read(first, "$.id"));
        assertThat(byPassword(phone, ApiClient.PASSWORD)).hasStatus(201);
        assertThat(byPassword(phone, STRANGERS)).hasStatus(401);
    }

    @Test
    @DisplayName("W-10 the password of a stranger who came first opens nothing, before and after the owner's code")
    void aStrangersPasswordOpensNothing() {
        residents.unproven(phone, STRANGERS, "陌生人");
        assertThat(byPassword(phone, STRANGERS)).hasStatus(401);

        var owner = ApiClient.stranger(mvc);
        assertThat(byCode(owner, phone, owner.codeFor(phone))).hasStatus(201);

        assertThat(byPassword(phone, STRANGERS)).hasStatus(401);
    }

    @Test
    @DisplayName("W-10 proving a phone ends password, tokens and sessions of before, and its owner reads which and why")
    void provingEndsWhatWasSetBeforeAndSaysSo() {
        var program = ApiClient.stranger(mvc);
        assertThat(signUp(program, program.codeFor(phone), "陌生人", STRANGERS)).hasStatus(201);
        var thief = new Browser(mvc);
        thief.get("/sign-in?with=password");
        thief.post("/sign-in/password", Map.of("phone", phone, "password", STRANGERS));
        assertThat(thief.get("/me")).hasStatusOk();
        var token = ApiClient.<String>read(byPassword(phone, STRANGERS), "$.token");
        residents.forgetProof(new MemberId(residents.accountOf(phone)));
        assertThat(new ApiClient(mvc, token, "10.9.8.7").get("/api/v1/orders")).hasStatus(401);

        var owner = new Browser(mvc);
        signInByCode(owner, phone);

        assertThat(thief.get("/me")).hasStatus(303);
        assertThat(new ApiClient(mvc, token, "10.9.8.7").get("/api/v1/orders")).hasStatus(401);
        assertThat(byPassword(phone, STRANGERS)).hasStatus(401);
        await().atMost(30, SECONDS).untilAsserted(() -> {
            owner.get("/me/notifications");
            assertThat(owner.page()).contains("第一次通过验证", "密码 1 个、接口令牌 1 个、别处的登录 1 处");
        });
    }

    @Test
    @DisplayName("W-10 a code of a phone that was proven before ends nothing")
    void aSecondProofEndsNothing() {
        ApiClient.signUp(mvc, phone);
        var browser = new Browser(mvc);
        signInByCode(browser, phone);
        assertThat(byPassword(phone, ApiClient.PASSWORD)).hasStatus(201);
        assertThat(browser.get("/me")).hasStatusOk();
    }

    @Test
    @DisplayName("W-10 a right password of an unproven account leads to a code, never in")
    void aPasswordOfAnUnprovenAccountLeadsToACode() {
        residents.unproven(phone, STRANGERS, "陌生人");
        var browser = new Browser(mvc);
        browser.get("/sign-in?with=password");

        assertThat(browser.post("/sign-in/password", Map.of("phone", phone, "password", STRANGERS, "next", "/me")))
                .hasRedirectedUrl("/sign-in/code");

        assertThat(browser.get("/me")).hasStatus(303);
        browser.get("/sign-in/code");
        assertThat(browser.post("/sign-in/code", Map.of("code", residents.codeTo(phone))))
                .hasRedirectedUrl("/me");
        assertThat(byPassword(phone, STRANGERS)).hasStatus(401);
    }

    @Test
    @DisplayName(
            "A-74 within a minute a repeat is 202, with the same code and no second text; 5 an hour, member or not")
    void aRepeatWithinAMinuteSendsNothing() {
        var known = Residents.anyPhone();
        residents.settle(known, "小李");
        for (var anybody : new String[] {phone, known}) {
            var program = ApiClient.stranger(mvc);
            var code = program.codeFor(anybody);
            assertThat(program.codeFor(anybody)).isEqualTo(code);
            assertThat(textsTo(anybody)).isOne();
            for (int i = 0; i < 4; i++) {
                aMinutePasses(anybody);
                program.codeFor(anybody);
            }
            aMinutePasses(anybody);
            assertThat(program.post("/api/v1/codes", "{\"phone\":\"%s\"}".formatted(anybody)))
                    .hasStatus(429)
                    .containsHeader("Retry-After");
            assertThat(textsTo(anybody)).isEqualTo(5);
        }
    }

    @Test
    @DisplayName("A-73 a program's code lasts five tries, one use, and its own phone; a browser's is no use to it")
    void aProgramsCodeIsHardToGuess() {
        residents.settle(phone, "小李");
        var program = ApiClient.stranger(mvc);
        var code = program.codeFor(phone);
        var wrong = code.equals("000000") ? "111111" : "000000";
        for (int i = 0; i < 5; i++) {
            assertThat(byCode(program, phone, wrong)).hasStatus(401);
        }
        assertThat(byCode(program, phone, code)).hasStatus(401);

        var other = Residents.anyPhone();
        residents.settle(other, "小王");
        var once = program.codeFor(other);
        assertThat(byCode(program, Residents.anyPhone(), once)).hasStatus(401);
        assertThat(byCode(program, other, once)).hasStatus(201);
        assertThat(byCode(program, other, once)).hasStatus(401);

        var browsers = Residents.anyPhone();
        residents.settle(browsers, "小周");
        var browser = new Browser(mvc);
        browser.get("/sign-in");
        browser.post("/sign-in/codes", Map.of("phone", browsers));
        assertThat(byCode(program, browsers, residents.codeTo(browsers))).hasStatus(401);
    }

    @Test
    @DisplayName("A-73 a program's code is good for ten minutes, and no browser can use it")
    void aProgramsCodeRunsOut() {
        residents.settle(phone, "小李");
        var program = ApiClient.stranger(mvc);
        var code = program.codeFor(phone);
        var browser = new Browser(mvc);
        browser.get("/sign-in");
        aMinutePasses(phone);
        browser.post("/sign-in/codes", Map.of("phone", phone));
        browser.get("/sign-in/code");
        assertThat(browser.post("/sign-in/code", Map.of("code", code))).hasStatus(422);

        jdbc.sql("update one_time_code set expires_at = now() - interval '1 second' where phone = ?")
                .param(phone)
                .update();
        assertThat(byCode(program, phone, code)).hasStatus(401);
    }

    @Test
    @DisplayName("A-73 wrong codes stay counted when a sign-up is refused; a name that cannot be used costs no code")
    void wrongCodesStayCounted() {
        var program = ApiClient.stranger(mvc);
        var code = program.codeFor(phone);
        assertThat(signUp(program, code, " ")).hasStatus(400);
        assertThat(signUp(program, "00", "小李")).hasStatus(401);
        assertThat(jdbc.sql("select tries from one_time_code where phone = ?")
                        .param(phone)
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(signUp(program, code, "小李")).hasStatus(201);
    }

    @Test
    @DisplayName("A-73 the right code of nobody's phone says to sign up, and does that then")
    void aRightCodeOfNobodysPhoneSaysToSignUp() {
        var program = ApiClient.stranger(mvc);
        var code = program.codeFor(phone);
        assertThat(byCode(program, phone, code))
                .hasStatus(401)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:tuanju:problem:sign-up-first");
        assertThat(signUp(program, code, "小李")).hasStatus(201);
    }

    @Test
    @DisplayName("W-14 two sign-ups of one phone at once make one member, one of them new")
    void twoSignUpsAtOnceMakeOneMember() throws Exception {
        var code = ApiClient.stranger(mvc).codeFor(phone);
        var barrier = new CyclicBarrier(2);
        Callable<Integer> one = () -> {
            barrier.await();
            return signUp(ApiClient.stranger(mvc), code, "小李").getResponse().getStatus();
        };
        try (var pool = Executors.newFixedThreadPool(2)) {
            var first = pool.submit(one);
            var second = pool.submit(one);
            assertThat(new Integer[] {first.get(), second.get()}).containsExactlyInAnyOrder(201, 401);
        }
        assertThat(members()).isOne();
    }

    @Test
    @DisplayName("W-10 credentials are a code or a password, one of them")
    void credentialsAreOneOfTwo() {
        var program = ApiClient.stranger(mvc);
        assertThat(program.post("/api/v1/tokens", "{\"phone\":\"%s\"}".formatted(phone)))
                .hasStatus(400);
        assertThat(program.post(
                        "/api/v1/tokens", "{\"phone\":\"%s\",\"code\":\"123456\",\"password\":\"x\"}".formatted(phone)))
                .hasStatus(400);
    }

    private MvcTestResult signUp(ApiClient program, String code, String name) {
        var wanted = "{\"phone\":\"%s\",\"code\":\"%s\",\"name\":\"%s\"}".formatted(phone, code, name);
        return program.post("/api/v1/members", wanted);
    }

    private MvcTestResult signUp(ApiClient program, String code, String name, String password) {
        var wanted = "{\"phone\":\"%s\",\"code\":\"%s\",\"name\":\"%s\",\"password\":\"%s\"}";
        return program.post("/api/v1/members", wanted.formatted(phone, code, name, password));
    }

    private static MvcTestResult byCode(ApiClient program, String phone, String code) {
        return program.post("/api/v1/tokens", "{\"phone\":\"%s\",\"code\":\"%s\"}".formatted(phone, code));
    }

    private MvcTestResult byPassword(String phone, String password) {
        return ApiClient.stranger(mvc)
                .post("/api/v1/tokens", "{\"phone\":\"%s\",\"password\":\"%s\"}".formatted(phone, password));
    }

    private void signInByCode(Browser browser, String phone) {
        browser.get("/sign-in");
        browser.post("/sign-in/codes", Map.of("phone", phone));
        browser.get("/sign-in/code");
        browser.post("/sign-in/code", Map.of("code", residents.codeTo(phone)));
    }

    private int members() {
        return jdbc.sql("select count(*) from member where phone = ?")
                .param(phone)
                .query(Integer.class)
                .single();
    }

    private int textsTo(String phone) {
        return jdbc.sql("select count(*) from sms_outbox where phone = ?")
                .param(phone)
                .query(Integer.class)
                .single();
    }

    private void aMinutePasses(String phone) {
        jdbc.sql("delete from rate_limit where key = ?").param("code " + phone).update();
        jdbc.sql("update one_time_code set sent_at = sent_at - interval '1 minute' where phone = ?")
                .param(phone)
                .update();
    }
}
