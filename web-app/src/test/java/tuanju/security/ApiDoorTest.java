package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tuanju.ApiClient;
import tuanju.WebTest;

@WebTest
class ApiDoorTest {

    @Autowired
    MockMvcTester mvc;

    @Test
    void aMemberSignsUpAndGetsATokenAndGivesItBack() {
        var token = People.signUp(mvc, People.anyPhone());
        assertThat(get("/api/v1/nothing-here", token)).hasStatus(404);
        assertThat(mvc.delete().uri("/api/v1/tokens/current").header("Authorization", "Bearer " + token))
                .hasStatus(204);
        assertThat(get("/api/v1/nothing-here", token)).hasStatus(401);
    }

    @Test
    void strangersAreAskedToSignIn() {
        assertThat(mvc.get().uri("/api/v1/orders"))
                .hasStatus(401)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .hasHeader("WWW-Authenticate", "Bearer realm=\"tuanju\"")
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:tuanju:problem:sign-in-needed");
    }

    @Test
    @DisplayName("A-79 a token nobody was given is refused, also where none is needed")
    void inventedTokensAreRefused() {
        assertThat(get("/api/v1/team-offers", "tj_" + "A".repeat(43))).hasStatus(401);
        assertThat(get("/api/v1/team-offers", "' or 1=1 --")).hasStatus(401);
    }

    @Test
    @DisplayName("A-07 the operator's numbers look like nothing to a member")
    void membersDoNotSeeTheOperatorsNumbers() {
        var token = People.signUp(mvc, People.anyPhone());
        assertThat(get("/api/v1/insight/sales", token)).hasStatus(404);
    }

    @Test
    @DisplayName("A-72 after ten wrong passwords even the right one waits; known and unknown phones alike")
    void guessingPasswordsIsSlow() {
        var known = People.anyPhone();
        People.signUp(mvc, known);
        for (var phone : new String[] {known, People.anyPhone()}) {
            for (int i = 0; i < 10; i++) {
                assertThat(token(phone, "guess number " + i)).hasStatus(401);
            }
            assertThat(token(phone, People.PASSWORD)).hasStatus(429).containsHeader("Retry-After");
        }
    }

    @Test
    @DisplayName("A-94 another X-Forwarded-For gives no further tries")
    void inventedAddressesGiveNoFurtherTries() {
        var phone = People.anyPhone();
        MvcTestResult last = token(phone, "guess");
        for (int i = 0; i < 12; i++) {
            last = mvc.post()
                    .uri("/api/v1/tokens")
                    .header("X-Forwarded-For", "10.0.0." + i)
                    .contentType(MediaType.APPLICATION_JSON)
                    .content("{\"phone\":\"%s\",\"password\":\"guess %d\"}".formatted(phone, i))
                    .exchange();
        }
        assertThat(last).hasStatus(429);
    }

    @ParameterizedTest(name = "A-77 {0} is no password")
    @CsvSource({"1234567", "password", "12345678", "88888888", "qwertyuiop", "iloveyou1", "woaini1314", "小李小李小李小李x"})
    void commonPasswordsAreRefused(String password) {
        var answer = signUp("{\"phone\":\"%s\",\"code\":\"000000\",\"password\":\"%s\",\"name\":\"小李\"}"
                .formatted(People.anyPhone(), password));
        assertThat(answer)
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("password");
    }

    @Test
    @DisplayName("A-77 long passphrases are welcome")
    void longPassphrasesAreWelcome() {
        var phrase = "在河边的灯笼下面我们一起买葡萄和鸡蛋还有面包".repeat(3);
        var phone = People.anyPhone();
        var code = ApiClient.stranger(mvc).codeFor(phone);
        assertThat(signUp("{\"phone\":\"%s\",\"code\":\"%s\",\"password\":\"%s\",\"name\":\"小李\"}"
                        .formatted(phone, code, phrase)))
                .hasStatus(201);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"phone\":13800000001,\"code\":\"123456\",\"name\":\"a\"}|phone|field-wrong",
                "{\"code\":\"123456\",\"name\":\"a\"}|phone|field-missing",
                "{\"phone\":\"13800000001\",\"password\":\"lantern river\",\"name\":\"a\"}|code|field-missing",
                "{\"phone\":\"13800000001\",\"code\":123456,\"name\":\"a\"}|code|field-wrong",
                "{\"phone\":\"12345\",\"code\":\"123456\",\"name\":\"a\"}|phone|phone-unusable",
                "{\"phone\":\"13800000001\",\"code\":\"123456\",\"name\":\" \"}|name|name-missing",
                "{\"phone\":\"13800000001\",\"code\":\"123456\",\"name\":\"a\",\"operator\":true}|operator|field-unknown",
                "{\"phone\":\"13800000001\",\"code\":\"123456\",\"name\":{}}|name|field-wrong",
            })
    void badFieldsAreNamed(String body, String field, String type) {
        var answer = signUp(body);
        assertThat(answer).hasStatus(400);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("urn:tuanju:problem:" + type);
    }

    @Test
    void brokenJsonAndWrongMethodsAndFormatsAreProblems() {
        assertThat(signUp("{\"phone\":"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:tuanju:problem:json-unreadable");
        assertThat(mvc.post()
                        .uri("/api/v1/members")
                        .contentType(MediaType.TEXT_PLAIN)
                        .content("x"))
                .hasStatus(415);
        var token = People.signUp(mvc, People.anyPhone());
        assertThat(mvc.put().uri("/api/v1/members").header("Authorization", "Bearer " + token))
                .hasStatus(405)
                .hasHeader("Allow", "POST");
    }

    @Test
    @DisplayName("I-D1 the same key signs up once and says so, also when its code is used up; another body is refused")
    void theSameKeySignsUpOnce() {
        var phone = People.anyPhone();
        var code = ApiClient.stranger(mvc).codeFor(phone);
        assertThat(signUpWithKey("key-" + phone, phone, code, "小李"))
                .hasStatus(201)
                .doesNotContainHeader("Idempotent-Replayed");
        assertThat(signUpWithKey("key-" + phone, phone, code, "小李"))
                .hasStatus(201)
                .hasHeader("Idempotent-Replayed", "true");
        assertThat(signUpWithKey("key-" + phone, phone, code, "小王")).hasStatus(422);
        assertThat(signUpWithKey("bad key", phone, code, "小李")).hasStatus(400);
    }

    @Test
    void problemsSpeakTheReadersLanguage() {
        var chinese = mvc.get()
                .uri("/api/v1/orders")
                .locale(Locale.SIMPLIFIED_CHINESE)
                .exchange();
        assertThat(text(chinese)).contains("请先登录");
        var english = mvc.get().uri("/api/v1/orders").locale(Locale.ENGLISH).exchange();
        assertThat(text(english)).contains("Sign in first");
    }

    private MvcTestResult signUpWithKey(String key, String phone, String code, String name) {
        var wanted = "{\"phone\":\"%s\",\"code\":\"%s\",\"name\":\"%s\"}".formatted(phone, code, name);
        return ApiClient.stranger(mvc).post("/api/v1/members", wanted, key);
    }

    private MvcTestResult signUp(String body) {
        return ApiClient.stranger(mvc).post("/api/v1/members", body);
    }

    private MvcTestResult token(String phone, String password) {
        return mvc.post()
                .uri("/api/v1/tokens")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"phone\":\"%s\",\"password\":\"%s\"}".formatted(phone, password))
                .exchange();
    }

    private MvcTestResult get(String path, String token) {
        return mvc.get().uri(path).header("Authorization", "Bearer " + token).exchange();
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
