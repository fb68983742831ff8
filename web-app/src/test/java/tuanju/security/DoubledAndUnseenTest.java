package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
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

/** What one person sends is theirs, once, and reads as it is written. */
@WebTest
class DoubledAndUnseenTest {

    private static final String WANTED = "{\"phone\":\"%s\",\"code\":\"%s\",\"name\":\"%s\"}";

    @Autowired
    MockMvcTester mvc;

    @Test
    @DisplayName(
            "A-26 strangers do not share one space of keys: who guesses a key hears nothing and is in nobody's way")
    void strangersDoNotShareKeys() {
        var key = "1-" + UUID.randomUUID();
        var anna = ApiClient.stranger(mvc);
        var annasPhone = People.anyPhone();
        var annasWish = WANTED.formatted(annasPhone, anna.codeFor(annasPhone), "安娜");
        assertThat(anna.post("/api/v1/members", annasWish, key)).hasStatus(201);
        assertThat(anna.post("/api/v1/members", annasWish, key))
                .hasStatus(201)
                .hasHeader("Idempotent-Replayed", "true");
        var guess = WANTED.formatted(annasPhone, "000000", "安娜");
        assertThat(ApiClient.stranger(mvc).post("/api/v1/members", guess, key))
                .as("without the code that reached the phone")
                .hasStatus(401);
        var bert = ApiClient.stranger(mvc);
        var bertsPhone = People.anyPhone();
        assertThat(bert.post("/api/v1/members", WANTED.formatted(bertsPhone, bert.codeFor(bertsPhone), "伯特"), key))
                .hasStatus(201);
    }

    @Test
    @DisplayName("A-25 a key or a token that is sent twice is refused by the header's name")
    void whatIsSentTwiceIsRefused() {
        var token = People.signUp(mvc, People.anyPhone());
        var twoTokens = mvc.get()
                .uri("/api/v1/orders")
                .header("Authorization", "Bearer " + token)
                .header("Authorization", "Bearer " + token)
                .exchange();
        assertThat(twoTokens).hasStatus(400);
        assertThat(field(twoTokens)).isEqualTo("Authorization");
        var twoKeys = mvc.post()
                .uri("/api/v1/members")
                .header("Idempotency-Key", "one")
                .header("Idempotency-Key", "two")
                .contentType(MediaType.APPLICATION_JSON)
                .content(WANTED.formatted(People.anyPhone(), "123456", "小李"))
                .exchange();
        assertThat(twoKeys).hasStatus(400);
        assertThat(field(twoKeys)).isEqualTo("Idempotency-Key");
    }

    @ParameterizedTest
    @CsvSource({"en,Send a valid bearer token", "zh-CN,请先登录", "'fr, en;q=0.5',Send a valid bearer token"})
    @DisplayName("A-79 strangers are told so in the language they ask for")
    void strangersAreToldInTheirLanguage(String asked, String said) {
        var answer =
                mvc.get().uri("/api/v1/orders").header("Accept-Language", asked).exchange();
        assertThat(answer).hasStatus(401);
        assertThat(ApiClient.body(answer)).contains(said);
        assertThat(ApiClient.body(mvc.get().uri("/api/v1/orders").exchange()))
                .as("who asks for none")
                .contains("请先登录");
    }

    @Test
    @DisplayName("A-50 what turns the direction of reading is no part of a name, on a page or over the API")
    void whatTurnsReadingIsLeftOut() {
        var stranger = ApiClient.stranger(mvc);
        var phone = People.anyPhone();
        var code = stranger.codeFor(phone);
        var answer = stranger.post(
                "/api/v1/members", WANTED.formatted("\u202d" + phone + "\u202c", code, "\\u202e小李\u2066a\u2069"));
        assertThat(answer).hasStatus(201);
        assertThat(ApiClient.<String>read(answer, "$.name")).isEqualTo("小李a");
        var page = mvc.get().uri("/sign-in").param("next", "/o/\u202eabc").exchange();
        assertThat(ApiClient.body(page)).doesNotContain("\u202e").contains("/o/abc");
    }

    private static String field(MvcTestResult refused) {
        return ApiClient.read(refused, "$.errors[0].field");
    }
}
