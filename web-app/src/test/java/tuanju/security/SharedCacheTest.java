package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;

/** What a cache may give to everybody is the same for everybody. */
class SharedCacheTest extends AtEveryDoor {

    /** How somebody asks. */
    private record Way(
            String host, String language, @Nullable MemberId me) {}

    @Test
    @DisplayName("W-13 A-62 nothing shared cacheably depends on host, language or who asks")
    void nothingSharedDependsOnTheRequest() {
        var shared = new ArrayList<String>();
        for (var path : paths().toList()) {
            var first = ask(path, new Way("localhost", "zh-CN", null));
            if (isShared(first)) {
                shared.add(path);
                for (var way : ways()) {
                    var other = ask(path, way);
                    assertThat(isShared(other)).as("%s %s", path, way).isTrue();
                    assertThat(other.getContentAsByteArray())
                            .as("%s %s", path, way)
                            .isEqualTo(first.getContentAsByteArray());
                    assertThat(other.getHeader("Vary")).as("%s %s", path, way).isEqualTo(first.getHeader("Vary"));
                    assertThat(other.getCookies()).as("%s %s", path, way).isEmpty();
                }
            }
        }
        assertThat(shared).anyMatch(it -> it.endsWith("/qr.svg")).anyMatch(it -> it.startsWith("/tiles/"));
    }

    private List<Way> ways() {
        return List.of(
                new Way("127.0.0.1", "zh-CN", null),
                new Way("localhost", "en", null),
                new Way("127.0.0.1", "en", world.otherMember()),
                new Way("localhost", "en", world.rightful(Routes.Whose.LED)));
    }

    private Stream<String> paths() {
        var routes = Routes.table().stream()
                .filter(it -> it.method().equals("GET") && !it.pattern().endsWith("/live"))
                .map(it -> it.path(world.examples()));
        var files = Stream.of("/page/live.js", "/page/icons.svg", "/assets/site.css", "/lead/desk-worker.js");
        return Stream.concat(routes, files);
    }

    private static boolean isShared(MockHttpServletResponse answer) {
        var control = answer.getHeader("Cache-Control");
        return control != null && control.toLowerCase(Locale.ROOT).contains("public");
    }

    private MockHttpServletResponse ask(String path, Way way) {
        return mvc.get()
                .uri(URI.create("http://" + way.host() + path))
                .header("Host", way.host())
                .header("Accept-Language", way.language())
                .with(as(way.me()))
                .exchange()
                .getResponse();
    }

    private static RequestPostProcessor as(@Nullable MemberId me) {
        return me == null
                ? it -> it
                : authentication(
                        new UsernamePasswordAuthenticationToken(new SignedIn(me, "小李", false), null, List.of()));
    }
}
