package tuanju.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.client.RestClient;
import support.Patience;
import support.TestDatabase;
import tuanju.command.NotFound;
import tuanju.command.TooMany;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "logging.level.tuanju.access=info")
@ExtendWith(OutputCaptureExtension.class)
@Import({TestDatabase.class, ErrorPagesTest.Trouble.class})
@ActiveProfiles("test")
class ErrorPagesTest {

    @LocalServerPort
    private int port;

    @Test
    void whatBreaksIsToldWithAReferenceAndWithoutASecret() {
        var answer = get("/trouble/broken", "zh-CN");
        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(answer.getBody())
                .contains("是我们的错")
                .containsPattern("<code class=\"num\">[0-9A-HJKMNP-TV-Z]{10}</code>")
                .doesNotContain("secret", "Exception", "tuanju.page", "/trouble");
    }

    @Test
    @DisplayName("the reference on the page is the id of the request, in the header and in each line of the log")
    void theReferenceIsFoundInTheLog(CapturedOutput log) {
        var answer = get("/trouble/broken", "en");
        var id = answer.getHeaders().getFirst("X-Request-Id");
        assertThat(id).matches("[0-9A-HJKMNP-TV-Z]{10}");
        assertThat(answer.getBody()).contains("<code class=\"num\">" + id + "</code>");
        assertThat(log).containsPattern("\\[" + id + "\\].*Reference " + id + ": 500");
    }

    @Test
    @DisplayName("an id that came with the request is kept when it can do no harm, and replaced when it could")
    void anIdThatCameWithTheRequestIsKept() {
        assertThat(idOf("6f1c3a52-0b7e-4d0a-9c55-1d2e3f405162")).isEqualTo("6f1c3a52-0b7e-4d0a-9c55-1d2e3f405162");
        assertThat(List.of("short", "with space 123456", "12345678<script>", "x".repeat(65)))
                .allSatisfy(it -> assertThat(idOf(it)).matches("[0-9A-HJKMNP-TV-Z]{10}"));
    }

    @Test
    @DisplayName("the line about an answer names the route, never what stood in the address")
    void theLineAboutAnAnswerNamesTheRoute(CapturedOutput log) {
        get("/trouble/number/4711?phone=13800000001", "en");
        get("/trouble/nothing?phone=13800000001", "en");
        // the line is written when the answer has left
        Patience.await()
                .untilAsserted(() -> assertThat(log.getOut().lines().filter(it -> it.contains("tuanju.access")))
                        .anyMatch(it -> it.contains("GET /trouble/number/{number} 500"))
                        .anyMatch(it -> it.contains("GET /trouble/nothing 404"))
                        .noneMatch(it -> it.contains("4711") || it.contains("13800000001")));
    }

    private @Nullable String idOf(String offered) {
        return client().get()
                .uri("/trouble/nothing")
                .header("X-Request-Id", offered)
                .exchange((request, answer) -> answer.getHeaders().getFirst("X-Request-Id"));
    }

    @Test
    void aPageThatBreaksWhileItIsDrawnBecomesAnErrorPage() {
        var answer = get("/trouble/template", "en");
        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(answer.getBody()).contains("Our mistake").containsOnlyOnce("</html>");
    }

    @ParameterizedTest
    @CsvSource({
        "/trouble/nothing, 404, Nothing here",
        "/no-such-address, 404, Nothing here",
        "/page/no-such-picture.svg, 404, Nothing here",
        "/trouble/number/x, 404, Nothing here",
        "/trouble/post, 405, Not this way",
        "/trouble/away, 503, Back in a moment",
        "/trouble/often, 429, 'A little slower, please'"
    })
    void everyErrorIsAPageThatSaysWhatToDo(String path, int status, String title) {
        var answer = get(path, "en");
        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(answer.getBody()).contains("<h1>" + title + "</h1>").contains("Reference");
        assertThat(answer.getHeaders().getCacheControl()).isEqualTo("no-store");
    }

    @Test
    @DisplayName("W-05 what passes by itself offers the same page again; every page says whom to reach")
    void everyErrorPageSaysTheNextStep() {
        assertThat(get("/trouble/away?day=2", "en").getBody())
                .contains("href=\"/trouble/away?day=2\"", "Try again", "客服微信 tuanju-help");
        assertThat(get("/trouble/often", "en").getBody()).contains("href=\"/trouble/often\"");
        assertThat(get("/trouble/nothing", "en").getBody())
                .contains("href=\"/orders\"")
                .doesNotContain("href=\"/trouble/nothing\"");
    }

    @Test
    void whoShouldWaitIsToldHowLong() {
        assertThat(get("/trouble/often", "en").getHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                .isEqualTo("17");
        assertThat(get("/trouble/away", "en").getHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                .isEqualTo("5");
    }

    @ParameterizedTest(name = "W-05 W-09 {0}")
    @ValueSource(strings = {"55P03", "57014", "57P01", "57P02", "57P03", "53300", "53100", "08006", "25P03", "58030"})
    void whatTheDatabaseCouldNotDoJustNowIsNobodysFault(String state) {
        for (var path : List.of("/trouble/state/", "/trouble/lock/", "/api/trouble/state/", "/api/trouble/lock/")) {
            var answer = get(path + state, "en");
            assertThat(answer.getStatusCode().value()).as(path).isEqualTo(503);
            assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("5");
            assertThat(answer.getBody()).doesNotContain("secret");
        }
    }

    @Test
    @DisplayName("W-09 a rollback over a broken connection hides why it was needed, and is nobody's fault either")
    void aRollbackOverABrokenConnectionIsNobodysFault() {
        assertThat(get("/trouble/closed", "en").getStatusCode().value()).isEqualTo(503);
        assertThat(get("/api/trouble/closed", "en").getStatusCode().value()).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void whoWasSlowerThanAnotherLooksAgain(String state) {
        assertThat(get("/trouble/lock/" + state, "en").getStatusCode().value()).isEqualTo(409);
        assertThat(get("/api/trouble/lock/" + state, "en").getStatusCode().value())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42601", "XX000"})
    void ourOwnFaultsStayOurs(String state) {
        assertThat(get("/trouble/state/" + state, "en").getStatusCode().value()).isEqualTo(500);
    }

    @Test
    void aPartOfAPageIsAnsweredWithAPart() {
        var body = client().get()
                .uri("/trouble/nothing")
                .header("X-Fragment", "true")
                .header(HttpHeaders.ACCEPT_LANGUAGE, "en")
                .exchange((request, answer) ->
                        new String(answer.getBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        assertThat(body).startsWith("<p class=\"notice").doesNotContain("<html");
    }

    @Test
    void aFailedFormLeadsBackToItsPageButNeverToAnotherSite() {
        assertThat(post("http://localhost:" + port + "/t/ABC?x=1")).contains("href=\"/t/ABC?x=1\"");
        assertThat(post("https://evil.example/t/ABC")).doesNotContain("evil.example", "/t/ABC");
    }

    private String post(String referrer) {
        return client().post()
                .uri("/trouble/post")
                .header(HttpHeaders.REFERER, referrer)
                .header(HttpHeaders.ACCEPT, "text/html")
                .exchange((request, answer) ->
                        new String(answer.getBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
    }

    private ResponseEntity<String> get(String path, String language) {
        return client().get()
                .uri(path)
                .header(HttpHeaders.ACCEPT, "text/html")
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .retrieve()
                .onStatus(it -> true, (request, answer) -> {})
                .toEntity(String.class);
    }

    private RestClient client() {
        return RestClient.create("http://localhost:" + port);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Trouble {

        @Bean
        TroublePages troublePages() {
            return new TroublePages();
        }

        @Bean
        @Order(1)
        SecurityFilterChain openDoor(HttpSecurity http) {
            return http.securityMatcher("/**").csrf(it -> it.disable()).build();
        }
    }

    @Controller
    static class TroublePages {

        @GetMapping("/trouble/broken")
        String broken() {
            throw new IllegalStateException("secret");
        }

        @GetMapping("/trouble/template")
        String template() {
            return "page/gallery-operator-that-is-not-there";
        }

        @GetMapping("/trouble/nothing")
        String nothing() {
            throw new NotFound();
        }

        @GetMapping("/trouble/number/{number}")
        String number(@PathVariable int number) {
            return "page/error" + number;
        }

        @PostMapping("/trouble/post")
        String post() {
            throw new NotFound();
        }

        @GetMapping("/trouble/away")
        String away() {
            throw new DataAccessResourceFailureException("secret");
        }

        @GetMapping({"/trouble/state/{state}", "/api/trouble/state/{state}"})
        String state(@PathVariable String state) {
            throw new UncategorizedSQLException("secret", "secret", new SQLException("secret", state));
        }

        @GetMapping({"/trouble/closed", "/api/trouble/closed"})
        String closed() {
            var closed = new SQLException("Connection is closed");
            throw new JpaSystemException(new IllegalStateException("Unable to rollback", closed));
        }

        @GetMapping({"/trouble/lock/{state}", "/api/trouble/lock/{state}"})
        String lock(@PathVariable String state) {
            throw new CannotAcquireLockException("secret", new SQLException("secret", state));
        }

        @GetMapping("/trouble/often")
        String often() {
            throw new TooMany(17);
        }
    }
}
