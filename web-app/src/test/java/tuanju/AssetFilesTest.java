package tuanju;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/** Styles, scripts, icons and illustrations: kept for a year under a name that changes with them. */
@WebTest
class AssetFilesTest {

    private static final Pattern LINKED = Pattern.compile("(?:href|src)=\"(/[^\"#?]+\\.(?:css|js|svg|png))[\"#?]");
    private static final Pattern HASHED = Pattern.compile("/.+-[0-9a-f]{32}\\.\\w+");
    private static final String A_YEAR = "max-age=31536000, public, immutable";
    private static final String ASK_AGAIN = "no-cache, public";

    @Autowired
    MockMvcTester mvc;

    @Test
    void whatAPageLinksIsKeptForAYear() {
        var linked = linked("/gallery");
        assertThat(linked).hasSizeGreaterThan(10).allSatisfy(path -> {
            assertThat(path).matches(HASHED);
            assertThat(get(path)).hasStatusOk().hasHeader("Cache-Control", A_YEAR);
        });
    }

    @Test
    void aPlainNameOrOneOfBeforeIsTheFileOfTodayAndAskedForAgain() {
        var plain = get("/page/once.js");
        assertThat(plain).hasStatusOk().hasHeader("Cache-Control", ASK_AGAIN).hasContentType("text/javascript");
        var before = get("/page/once-00000000000000000000000000000000.js");
        assertThat(before).hasStatusOk().hasHeader("Cache-Control", ASK_AGAIN);
        assertThat(text(before)).isEqualTo(text(plain));
        var state = plain.getResponse().getHeader("ETag");
        assertThat(mvc.get().uri("/page/once.js").header("If-None-Match", String.valueOf(state)))
                .hasStatus(304);
    }

    @Test
    void whatIsNoFileOfOursIsNotThere() {
        assertThat(get("/page/none.js")).hasStatus(404);
        assertThat(get("/webjars/echarts/package.json")).hasStatus(404);
        assertThat(get("/page/once-0.js")).hasStatus(404);
    }

    @Test
    @DisplayName("no link is looked up as a file in the jars: that was half of a page's work")
    void noLinkIsLookedUpInTheJars(@Autowired List<FilterRegistrationBean<?>> filters) {
        assertThat(filters).noneMatch(it -> it.getFilter() instanceof ResourceUrlEncodingFilter);
    }

    @Test
    @DisplayName("no file names another by a path that would go stale; only the worker keeps its name")
    void filesNameNoOtherFiles() throws Exception {
        var resolver = new PathMatchingResourcePatternResolver();
        var files = Stream.of("classpath*:static/**/*.js", "classpath*:static/**/*.svg", "classpath*:styles/**/*.css");
        for (var pattern : files.toList()) {
            for (var file : resolver.getResources(pattern)) {
                var named = Pattern.compile(
                                "[\"'`(](/[a-z][\\w/-]*\\.(?:js|css|svg|png|jpg|woff2?))\\b|url\\((?!#)|@import")
                        .matcher(file.getContentAsString(StandardCharsets.UTF_8))
                        .results()
                        .map(MatchResult::group)
                        .filter(it -> !it.contains("/lead/desk-worker.js"));
                assertThat(named).as(file.getDescription()).isEmpty();
            }
        }
    }

    private List<String> linked(String page) {
        return LINKED.matcher(text(get(page)))
                .results()
                .map(it -> it.group(1))
                .distinct()
                .toList();
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).exchange();
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
