package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tuanju.command.RateLimits;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.security.Routes.Row;
import tuanju.security.Routes.Whose;

/** What costs the program much is given to each in measure, and whoever had enough is told when to come again. */
class LimitsTest extends AtEveryDoor {

    @Autowired
    RateLimits limits;

    /** A file of something that is not in the example world is not there, however often it is asked for. */
    static Stream<Row> files() {
        return Routes.table().stream()
                .filter(it ->
                        it.method().equals("GET") && it.pattern().matches(".+\\.(?:pdf|xlsx|csv|png|\\{ending:.+})"))
                .filter(it -> it.whose() != Whose.OPEN && !it.examples().containsValue("none"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    @DisplayName("W-17 files to take away are limited per member")
    void filesAreLimited(Row row) {
        var me = world.rightful(row.whose());
        assertThat(ask(row, me)).hasStatusOk();
        takeAll("exports " + me.value());
        try {
            assertThat(ask(row, me)).hasStatus(429).containsHeader("Retry-After");
        } finally {
            limits.forgive("exports " + me.value());
        }
    }

    @Test
    @DisplayName("W-17 every route that answers with a file to take away is one of these")
    void everyFileIsMeant() {
        var others = Routes.table().stream()
                .filter(it -> it.method().equals("GET") && it.whose() != Whose.MACHINE && it.whose() != Whose.OPEN)
                .filter(it -> !it.pattern().endsWith("/live")
                        && files().noneMatch(file -> file.pattern().equals(it.pattern())));
        assertThat(others)
                .allSatisfy(row -> assertThat(String.valueOf(ask(row, world.rightful(row.whose()))
                                .getResponse()
                                .getContentType()))
                        .doesNotContain("pdf", "spreadsheet", "csv", "image/png", "zip", "octet-stream"));
    }

    @Test
    @DisplayName("W-17 one address and one member hold only so many live streams")
    void liveStreamsAreLimited() {
        var team = "/t/" + world.examples().get("team") + "/live";
        for (int open = 0; open < 100; open++) {
            assertThat(listen(team, "198.51.100.50", null)).hasStatusOk();
        }
        assertThat(listen(team, "198.51.100.50", null)).hasStatus(429).containsHeader("Retry-After");
        assertThat(listen(team, "198.51.100.51", null)).hasStatusOk();
        for (int open = 0; open < 12; open++) {
            assertThat(listen(team, "198.51.100.6" + open % 10, world.otherMember()))
                    .hasStatusOk();
        }
        assertThat(listen(team, "198.51.100.70", world.otherMember())).hasStatus(429);
    }

    @Test
    @DisplayName("W-17 a poster is painted once; one address has only so many painted")
    void postersArePaintedOnceAndInMeasure() {
        var poster = "/t/" + world.examples().get("team") + "/poster.png";
        assertThat(get(poster, "198.51.100.80", "zh-CN")).hasStatusOk();
        takeAll("posters 198.51.100.80");
        assertThat(get(poster, "198.51.100.80", "zh-CN")).hasStatusOk();
        var storefront = "/l/" + world.examples().get("storefront") + "/poster.png";
        assertThat(get(storefront, "198.51.100.80", "en")).hasStatus(429).containsHeader("Retry-After");
        assertThat(get(storefront, "198.51.100.81", "en")).hasStatusOk();
    }

    /** Leaves nothing for an hour, however long the rest of a test takes. */
    private void takeAll(String key) {
        limits.forgive(key);
        limits.take(key, 1, Duration.ofHours(1));
    }

    private MvcTestResult ask(Row row, MemberId me) {
        return mvc.get()
                .uri(URI.create(row.path(world.examples())))
                .with(as(me))
                .exchange();
    }

    private MvcTestResult get(String path, String address, String language) {
        return mvc.get()
                .uri(path)
                .header("Accept-Language", language)
                .with(from(address))
                .exchange();
    }

    private MvcTestResult listen(String path, String address, @Nullable MemberId me) {
        return mvc.get().uri(path).with(from(address)).with(as(me)).asyncExchange();
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private static RequestPostProcessor as(@Nullable MemberId me) {
        return me == null
                ? it -> it
                : authentication(
                        new UsernamePasswordAuthenticationToken(new SignedIn(me, "小李", false), null, List.of()));
    }
}
