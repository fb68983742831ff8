package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.util.UriUtils;
import support.Residents;
import tuanju.ApiClient;
import tuanju.Logged;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.security.Marked.Fit;
import tuanju.security.Routes.Row;
import tuanju.security.Routes.Whose;

/**
 * Every route, as everybody, with what fits and what does not: and nothing of anybody is in the log afterwards. Before a push
 * each of these people sends a route one of the three kinds, another one each.
 */
@DisplayName("W-12 V-05 nothing personal stands in a log")
class NothingPersonalInLogsTest extends AtEveryDoor {

    private int asked;

    @BeforeAll
    void everybodyIsMarked() {
        jdbc.sql("update member set name = ?, building = ?, room = ? where closed_at is null")
                .params(Marked.NAME, Marked.DOOR, Marked.DOOR)
                .update();
        jdbc.sql("""
                        update orders set recipient_name = ?, address_building = ?, address_room = ?, note = ?
                        where community_id = ?::uuid
                        """)
                .params(
                        Marked.NAME,
                        Marked.DOOR,
                        Marked.DOOR,
                        Marked.TEXT,
                        world.examples().get("communityId"))
                .update();
    }

    @Test
    @DisplayName("of any route, asked by anybody with anything")
    void noRouteLogsAnythingOfAnybody() {
        var routes = handlers();
        try (var log = Logged.everything()) {
            var people = everybody();
            for (var row : Routes.table()) {
                for (int i = 0; i < people.size(); i++) {
                    for (var fit : fits(row, i)) {
                        ask(row, routes.get(row.route()), people.get(i), fit);
                    }
                }
            }
            assertThat(told(log)).isEmpty();
        }
    }

    @Test
    @DisplayName("I-V3 of signing up and in, twice, with codes, passwords and tokens")
    void signingUpAndInLogsNothing() {
        var phone = Residents.anyPhone();
        var program = ApiClient.stranger(mvc);
        var wanted = "{\"phone\":\"%s\",\"code\":\"%s\",\"name\":\"%s\",\"password\":\"%s\"}";
        try (var log = Logged.everything()) {
            var first = program.codeFor(phone);
            program.post("/api/v1/members", wanted.formatted(phone, first, Marked.NAME, Marked.PASSWORD));
            var second = program.codeFor(phone);
            program.post("/api/v1/members", wanted.formatted(phone, second, Marked.NAME, Marked.PASSWORD));
            program.post("/api/v1/members", wanted.formatted(phone, second, Marked.NAME, Marked.PASSWORD));
            var credentials = "{\"phone\":\"%s\",\"password\":\"%s\"}".formatted(phone, Marked.PASSWORD);
            var token = ApiClient.<String>read(program.post("/api/v1/tokens", credentials), "$.token");
            new ApiClient(mvc, token, program.address()).get("/api/v1/orders");
            new ApiClient(mvc, Marked.TOKEN, program.address()).get("/api/v1/orders");
            assertThat(told(log, phone, first, second, token)).isEmpty();
        }
    }

    @Test
    @DisplayName("of what the database refuses")
    void theDatabaseQuotesNoRow() {
        var phone = Residents.anyPhone();
        var twice = "insert into member (id, phone, name, hue) values (gen_random_uuid(), ?, ?, 7)";
        try (var log = Logged.everything()) {
            jdbc.sql(twice).params(phone, Marked.NAME).update();
            Throwable refused = null;
            try {
                jdbc.sql(twice).params(phone, Marked.NAME).update();
            } catch (RuntimeException duplicate) {
                refused = duplicate;
            }
            for (var cause = refused; cause != null; cause = cause.getCause()) {
                assertThat(cause.getMessage()).doesNotContain(phone, Marked.NAME);
            }
            assertThat(refused).isNotNull();
            assertThat(told(log, phone)).isEmpty();
        }
    }

    /** The lines that tell something of somebody, each once. */
    private Collection<String> told(Logged log, String... more) {
        var secrets = new ArrayList<>(Marked.ALL);
        secrets.addAll(List.of(more));
        secrets.addAll(jdbc.sql("select phone from member where phone is not null")
                .query(String.class)
                .list());
        return Marked.told(log, secrets);
    }

    private List<@Nullable MemberId> everybody() {
        var all = new ArrayList<@Nullable MemberId>();
        all.add(null);
        Stream.of(Whose.OWN, Whose.LED, Whose.OPERATOR).map(world::rightful).forEach(all::add);
        return all;
    }

    private static List<Fit> fits(Row row, int person) {
        var all = List.of(Fit.values());
        return all.stream()
                .filter(it -> Share.has(row, (it.ordinal() + person) % all.size(), all.size()))
                .toList();
    }

    private void ask(Row row, @Nullable HandlerMethod route, @Nullable MemberId who, Fit fit) {
        // pages that stay open: NothingPersonalBehindRequestsTest
        if (route == null || row.pattern().endsWith("/live")) {
            return;
        }
        var request = mvc.method(HttpMethod.valueOf(row.method()))
                .uri(uri(row, fit))
                // an address each: what one may do in an hour is not the subject
                .remoteAddress("10.77." + (asked / 250) % 250 + "." + asked++ % 250)
                .with(as(who));
        Marked.fields(route, fit).forEach(request::param);
        var json = Marked.json(route, fit);
        if (json != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(json);
        }
        request.header("Idempotency-Key", row.whose() + "-" + fit + "-" + System.nanoTime());
        (row.isApi() ? request : request.with(csrf())).exchange();
    }

    /** What is there, or what nobody has: words in the address as people put them there by mistake. */
    private URI uri(Row row, Fit fit) {
        var examples = new HashMap<>(world.examples());
        if (fit == Fit.WRONG_TYPE) {
            examples.replaceAll((name, example) -> UriUtils.encode(Marked.TEXT + Marked.PHONE, "UTF-8"));
        }
        return URI.create(row.path(examples));
    }

    private Map<String, HandlerMethod> handlers() {
        var handlers = new HashMap<String, HandlerMethod>();
        for (var mapping : mappings()) {
            mapping.getHandlerMethods()
                    .forEach((info, handler) -> info.getPatternValues()
                            .forEach(pattern -> info.getMethodsCondition()
                                    .getMethods()
                                    .forEach(method -> handlers.put(method + " " + pattern, handler))));
        }
        return handlers;
    }

    private static RequestPostProcessor as(@Nullable MemberId who) {
        return who == null
                ? it -> it
                : authentication(new UsernamePasswordAuthenticationToken(
                        new SignedIn(who, Marked.NAME, false), null, List.of()));
    }
}
