package tuanju.shopping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tuanju.shopping.Wire.Answer;

/** What the server refuses before a page of ours is reached is refused in our words and with our headers. */
@ShopTest
class ServerRefusalsTest {

    @LocalServerPort
    private int port;

    static Stream<String> unreadable() {
        return Stream.of(
                "GET /% HTTP/1.1",
                "GET /a%2fb HTTP/1.1",
                "GET /a%00b HTTP/1.1",
                "GET /..%5c HTTP/1.1",
                "GET /t/../../x HTTP/1.1",
                "GET * HTTP/1.1",
                "CONNECT tuanju.example:80 HTTP/1.1",
                "GET /a\u0001b HTTP/1.1",
                "GET /<x> HTTP/1.1",
                "GET /?a=[ HTTP/1.1",
                "GET /\u00ff HTTP/1.1",
                "GET / HTTP/3.7",
                "G\u0000T / HTTP/1.1",
                "GET /" + "a".repeat(20_000) + " HTTP/1.1",
                "GET http://evil.example/ HTTP/1.1",
                "TRACE / HTTP/1.1",
                "BREW / HTTP/1.1");
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    @DisplayName("W-16 A-52 a request line it cannot or will not read")
    void anUnreadableRequestLine(String line) {
        assertOurs(Wire.say(port, line, "Host: localhost:" + port));
    }

    @ParameterizedTest
    @MethodSource("headers")
    @DisplayName("W-16 A-52 headers it cannot or will not read")
    void unreadableHeaders(String header) {
        assertOurs(Wire.say(port, "GET / HTTP/1.1", "Host: localhost:" + port, header));
    }

    static Stream<String> headers() {
        return Stream.of(
                "Host: second",
                "Content-Length: -1",
                "Transfer-Encoding: foo",
                "Expect: foo",
                "Bad Header: x",
                "X-Long: " + "a".repeat(20_000),
                "Cookie: " + "a=b; ".repeat(300));
    }

    static Stream<String> lengths() {
        return Stream.of(
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 5",
                "Content-Length: 5\r\nContent-Length: 6",
                "Content-Length: 5, 6",
                "Content-Length: +5",
                "Content-Length: 0x5",
                "Content-Length : 5",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding : chunked");
    }

    @ParameterizedTest
    @MethodSource("lengths")
    @DisplayName("A-89 where one could read two lengths, what comes after the shorter is never answered as a request")
    void noRequestIsSmuggledInAnother(String header) {
        var answer = sayTwo(header);
        assertThat(answer.status()).isBetween(400, 501);
        assertThat(answer.body()).doesNotContain("HTTP/1.1 ");
    }

    @Test
    @DisplayName("A-89 while two requests of one length each are two requests")
    void twoRequestsAreAnsweredTwice() {
        assertThat(sayTwo("Content-Length: 5").body()).contains("HTTP/1.1 200");
    }

    /** A request whose body of five characters ends like one in chunks, and a second request behind it. */
    private Answer sayTwo(String length) {
        var host = "Host: localhost:" + port;
        return Wire.say(
                port, "POST /sign-in/codes HTTP/1.1", host, length, "", "0", "", "GET /page/once.js HTTP/1.1", host);
    }

    static Stream<String> answeredWithoutTheirBody() {
        return Stream.of(
                "POST /api/v1/codes HTTP/1.1\r\nHost: evil.example",
                "GET /page/once.js HTTP/1.1\r\nHost: localhost",
                "OPTIONS * HTTP/1.1\r\nHost: localhost");
    }

    @ParameterizedTest
    @MethodSource("answeredWithoutTheirBody")
    @DisplayName("W-17 nobody waits for a body that the answer did not need")
    void nobodyWaitsForABodyThatTheAnswerDidNotNeed(String head) {
        var answer = Wire.say(port, head, "Content-Length: 800");
        assertThat(answer.status()).isIn(200, 421);
    }

    @Test
    @DisplayName("W-15 a body in chunks that are none is refused by a problem")
    void aBodyInBrokenChunksIsRefusedByAProblem() {
        var answer = Wire.say(
                port,
                "POST /api/v1/codes HTTP/1.1",
                "Host: localhost:" + port,
                "Content-Type: application/json",
                "Accept-Language: en",
                "Transfer-Encoding: chunked",
                "",
                "zz",
                "{}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
        assertThat(answer.body()).contains("urn:tuanju:problem:body-broken", "broke off on its way");
    }

    @Test
    @DisplayName("W-16 a caller of the API is told by a problem")
    void callersOfTheApiAreToldByAProblem() {
        var answer = Wire.say(port, "GET /api/% HTTP/1.1", "Host: localhost:" + port);
        assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json;charset=UTF-8");
        assertThat(answer.body()).contains("\"urn:tuanju:problem:http-400\"");
    }

    @Test
    @DisplayName("W-13 A-62 a foreign Host is turned away, at every kind of address")
    void aForeignHostIsTurnedAway() {
        for (var path : new String[] {"/", "/page/once.js", "/api/v1/orders", "/actuator/health", "/t/X/qr.svg"}) {
            var answer = Wire.say(port, "GET " + path + " HTTP/1.1", "Host: evil.example");
            assertThat(answer.status()).as(path).isEqualTo(421);
            assertOurs(answer);
            assertThat(answer.body()).contains("http://localhost:" + port).doesNotContain("evil");
        }
    }

    @Test
    @DisplayName(
            "W-13 the page at a foreign Host needs no file of ours: its style is in it, and allowed by its own words alone")
    void thePageAtAForeignHostNeedsNoFile() throws Exception {
        var answer = Wire.say(port, "GET / HTTP/1.1", "Host: evil.example");
        var style = answer.body().replaceAll("(?s).*<style>(.*)</style>.*", "$1");
        var hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.body()).doesNotContain("/assets/").contains("<style>");
        assertThat(answer.headers().get("Content-Security-Policy"))
                .contains("style-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'")
                .doesNotContain("unsafe", "self");
    }

    @Test
    @DisplayName("W-16 a question about the server itself has our headers too")
    void aQuestionAboutTheServerHasOurHeaders() {
        var answer = Wire.say(port, "OPTIONS * HTTP/1.1", "Host: localhost:" + port);
        assertThat(answer.headers())
                .containsKeys("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy")
                .doesNotContainKey("Server");
    }

    @Test
    @DisplayName("W-13 A-62 nobody is believed to be a proxy")
    void nobodyIsBelievedToBeAProxy() {
        for (var header : new String[] {"X-Forwarded-Host: evil.example", "Forwarded: host=evil.example"}) {
            var answer = Wire.say(port, "GET / HTTP/1.1", "Host: localhost:" + port, header);
            assertThat(answer.status()).as(header).isEqualTo(400);
            assertOurs(answer);
            assertThat(answer.body()).doesNotContain("evil");
        }
    }

    @Test
    @DisplayName("W-13 probes by address or without a Host are answered")
    void probesAreAnswered() {
        var path = "GET /actuator/health/readiness";
        assertThat(Wire.say(port, path + " HTTP/1.0").body()).contains("\"UP\"");
        assertThat(Wire.say(port, path + " HTTP/1.1", "Host: 127.0.0.1:" + port).body())
                .contains("\"UP\"");
    }

    @Test
    @DisplayName("W-13 a redirect names no host at all")
    void aRedirectNamesNoHost() {
        var answer = Wire.say(port, "GET /me HTTP/1.1", "Host: 127.0.0.1:" + port);
        assertThat(answer.headers().get("Location")).startsWith("/sign-in");
        var language = Wire.say(
                port,
                "POST /language HTTP/1.1",
                "Host: 127.0.0.1:" + port,
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: 0");
        assertThat(language.status()).isBetween(300, 499);
        assertThat(language.headers().getOrDefault("Location", "/")).startsWith("/");
    }

    private static void assertOurs(Answer answer) {
        assertThat(answer.status()).isBetween(400, 505);
        assertThat(answer.headers())
                .containsKeys(
                        "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy")
                .containsEntry("Cache-Control", "no-store")
                .doesNotContainKey("Server");
        assertThat(answer.body())
                .doesNotContain("HTTP Status", "Tomcat", "Exception")
                .containsAnyOf("<main class=\"empty\">", "urn:tuanju:problem:");
    }
}
