package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;
import tuanju.page.BaseAddress;

@DisplayName("W-13 A-62 the gate")
class AddressGateTest {

    private static final String PROXY = "172.30.0.1";
    private static final String STRANGER = "203.0.113.9";

    private final BaseAddress base = new BaseAddress("https://tuanju.example");
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/t/ABC");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void letsInWhatWasAskedOfOurAddress() {
        from(STRANGER).addHeader("Host", "tuanju.example");
        assertThat(handedOn("").getRequestURL()).hasToString("https://tuanju.example/t/ABC");
        assertThat(handedOn("").getRemoteAddr()).isEqualTo(STRANGER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "tuanju.example:80", "127.0.0.1", "localhost:8080", ""})
    void turnsAwayWhatWasAskedOfAnother(String host) {
        from(STRANGER).addHeader("Host", host);
        assertTurnedAway(421, "");
        assertTurnedAway(421, PROXY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8080", "localhost", "[::1]:8080", "LOCALHOST:8080"})
    void letsInProbesFromThisMachine(String host) {
        from("127.0.0.1").addHeader("Host", host);
        assertThat(handedOn("").getServerName()).isEqualTo("tuanju.example");
    }

    @Test
    void letsInAProbeThatNamesNoHost() {
        from("127.0.0.1");
        assertThat(handedOn("").getServerName()).isEqualTo("tuanju.example");
    }

    @Test
    @DisplayName("does not take a page that resolves to this machine for this machine")
    void turnsAwayARebound() {
        from("127.0.0.1").addHeader("Host", "evil.example:8080");
        assertTurnedAway(421, "");
    }

    @ParameterizedTest
    @CsvSource({"X-Forwarded-Host, tuanju.example", "X-Forwarded-Host, evil.example", "Forwarded, host=tuanju.example"})
    void turnsAwayWhoPretendsToBeAProxy(String header, String value) {
        from(STRANGER).addHeader("Host", "tuanju.example");
        request.addHeader(header, value);
        assertTurnedAway(400, "");
        assertTurnedAway(400, PROXY);
    }

    @Test
    @DisplayName("A-94 does not believe a stranger's X-Forwarded-For or -Proto")
    void believesNoStranger() {
        from(STRANGER).addHeader("Host", "tuanju.example");
        request.addHeader("X-Forwarded-For", "198.51.100.7");
        request.addHeader("X-Forwarded-Proto", "http");
        assertThat(handedOn(PROXY).getRemoteAddr()).isEqualTo(STRANGER);
        assertThat(handedOn(PROXY).isSecure()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "198.51.100.7 | 198.51.100.7",
                "10.9.9.9, 198.51.100.7 | 198.51.100.7",
                "invented, 198.51.100.7 | 198.51.100.7",
                "198.51.100.7, 172.30.0.2 | 198.51.100.7",
                "198.51.100.7, invented | 172.30.0.1",
                "2001:db8::7 | 2001:db8::7",
                "172.30.0.2 | 172.30.0.2",
                "evil.example | 172.30.0.1",
                "'' | 172.30.0.1"
            })
    void believesTheListedProxyAndWhatItWroteLast(String forwarded, String client) {
        from(PROXY).addHeader("Host", "tuanju.example");
        request.addHeader("X-Forwarded-For", forwarded);
        assertThat(handedOn("172.30.0.0/24").getRemoteAddr()).isEqualTo(client);
    }

    @Test
    void readsEveryLineOfTheHeader() {
        from(PROXY).addHeader("Host", "tuanju.example");
        request.addHeader("X-Forwarded-For", "10.9.9.9");
        request.addHeader("X-Forwarded-For", "198.51.100.7");
        assertThat(handedOn(PROXY).getRemoteAddr()).isEqualTo("198.51.100.7");
    }

    @Test
    void takesTheHostFromTheListedProxyWhichMustBeOursToo() {
        from(PROXY).addHeader("Host", "app:8080");
        assertTurnedAway(421, PROXY);
        request.addHeader("X-Forwarded-Host", "tuanju.example");
        assertThat(handedOn(PROXY).getServerName()).isEqualTo("tuanju.example");
        request.addHeader("X-Forwarded-Host", "evil.example");
        assertTurnedAway(421, PROXY);
    }

    @Test
    void showsThePageOfAnErrorAddressedLikeAnyOther() {
        from(STRANGER).setDispatcherType(DispatcherType.ERROR);
        assertThat(handedOn("").getServerName()).isEqualTo("tuanju.example");
    }

    @Test
    void saysInPlainWordsWhereToGo() throws Exception {
        from(STRANGER).addHeader("Host", "evil.example");
        request.addHeader("Accept-Language", "en");
        gate("").doFilter(request, response, new MockFilterChain());
        assertThat(response.getContentAsString())
                .contains("<html lang=\"en\">", "href=\"https://tuanju.example/\"", "TUANJU_BASE_URL")
                .doesNotContain("evil");
        request.setRequestURI("/api/v1/orders");
        var problem = new MockHttpServletResponse();
        gate("").doFilter(request, problem, new MockFilterChain());
        assertThat(problem.getContentType()).isEqualTo("application/problem+json");
        assertThat(problem.getContentAsString()).contains("\"urn:tuanju:problem:http-421\"", "\"status\":421");
    }

    private MockHttpServletRequest from(String peer) {
        request.setRemoteAddr(peer);
        return request;
    }

    private HttpServletRequest handedOn(String proxies) {
        var chain = pass(proxies, new MockHttpServletResponse());
        return (HttpServletRequest) Objects.requireNonNull(chain.getRequest(), "nothing was handed on");
    }

    private void assertTurnedAway(int status, String proxies) {
        var answer = new MockHttpServletResponse();
        assertThat(pass(proxies, answer).getRequest()).isNull();
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    private MockFilterChain pass(String proxies, MockHttpServletResponse answer) {
        var chain = new MockFilterChain();
        try {
            gate(proxies).doFilter(request, answer, chain);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return chain;
    }

    private AddressGate gate(String proxies) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/page");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new AddressGate(
                base,
                new Proxies(proxies),
                new TurnedAway(messages, base, JsonMapper.builder().build()));
    }
}
