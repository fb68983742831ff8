package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import support.Neighbourhoods;
import support.TeamNeighbourhoods;
import support.Till;
import tuanju.TuanjuApplication;
import tuanju.member.SignedIn;
import tuanju.postgres.KeptServer;
import tuanju.security.Routes.Row;
import tuanju.security.Routes.Whose;

/** The whole program while its own database is locked, frozen and killed: nothing is our fault, and it goes on by itself. */
@SpringBootTest(
        classes = TuanjuApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"tuanju.database.embedded=true", "spring.datasource.hikari.connection-timeout=1500"})
@AutoConfigureMockMvc
@Import({Neighbourhoods.class, TeamNeighbourhoods.class, Till.class, DoorWorld.class, DatabaseFallsTest.Probe.class})
@ActiveProfiles("test")
@DirtiesContext
@Tag("fault")
class DatabaseFallsTest {

    /** Fewer than there are turns, so that each is refused by the database and not by the crowd. */
    private static final int AT_ONCE = 12;

    private static final Set<Whose> LOOKED_UP = EnumSet.of(Whose.LEADER, Whose.LED, Whose.DEPUTY, Whose.OPERATOR);
    private static final Duration BACK = Duration.ofSeconds(30);

    @TempDir
    static Path data;

    @LocalServerPort
    int port;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DoorWorld world;

    @Autowired
    KeptServer server;

    @Autowired
    Probe probe;

    private final HttpClient http = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void kept(DynamicPropertyRegistry properties) {
        properties.add("tuanju.data", data::toString);
    }

    @BeforeEach
    void somethingBelongsToSomebody() {
        if (world.examples().isEmpty()) {
            world.found();
        }
        await().atMost(BACK).until(() -> get("/actuator/health/readiness").statusCode() == 200);
    }

    @Test
    @DisplayName("W-05 W-09 F-16 no route answers 500, and none waits, while every table is locked")
    void noRouteFailsWhileEveryTableIsLocked() throws Exception {
        var answers = new ConcurrentHashMap<String, MockHttpServletResponse>();
        try (var locking = lockEveryTable();
                var callers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<Void>> calls = new ArrayList<>();
            for (var row : Routes.table()) {
                calls.add(() -> {
                    answers.put(row.route(), ask(row));
                    return null;
                });
            }
            for (var call : callers.invokeAll(calls)) {
                call.get();
            }
            locking.rollback();
        }
        assertThat(answers)
                .allSatisfy((route, answer) -> assertThat(answer.getStatus())
                        .matches(
                                it -> it < 500 || it == 503 && answer.containsHeader("Retry-After"),
                                "is not our fault"));
        // whoever asks here is looked up first; an example that is no number or id is nothing, whoever asks
        assertThat(Routes.table())
                .filteredOn(it -> it.method().equals("GET") && LOOKED_UP.contains(it.whose()))
                .extracting(it -> answers.get(it.route()).getStatus())
                .containsOnly(503, 404)
                .areAtLeast(100, new Condition<>(it -> it == 503, "refused by the database"));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("F-09 F-06 frozen, then killed: alive, not ready, 503 with our headers, and back by itself")
    @ValueSource(strings = {"STOP", "KILL"})
    void itAnswersAndComesBack(String fault) throws Exception {
        long before = postmaster();
        signal(fault, before);
        if (fault.equals("STOP")) {
            for (var path : List.of("/", "/sign-in", "/lead", "/api/v1/teams/x", "/api/v1/orders")) {
                var answer = get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).as(path).isPresent();
                assertThat(answer.headers().firstValue("Content-Security-Policy"))
                        .as(path)
                        .isPresent();
            }
            assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(503);
            signal("CONT", before);
        }
        await().atMost(BACK).until(() -> get("/actuator/health/readiness").statusCode() == 200);
        assertThat(get("/").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("W-08 F-07 a job that was in the middle when the server was killed runs again within a minute")
    void aJobInTheMiddleRunsAgain() throws Exception {
        probe.mayWork.release();
        await().atMost(BACK).until(() -> probe.atWork.tryAcquire());
        signal("KILL", postmaster());
        probe.mayWork.release();
        await().atMost(Duration.ofSeconds(60)).until(() -> probe.atWork.tryAcquire());
        assertThat(get("/").statusCode()).isEqualTo(200);
    }

    private MockHttpServletResponse ask(Row row) {
        var who = new UsernamePasswordAuthenticationToken(
                new SignedIn(world.rightful(row.whose()), "somebody", false),
                null,
                AuthorityUtils.createAuthorityList("ROLE_MEMBER"));
        var request = mvc.method(HttpMethod.valueOf(row.method()))
                .uri(URI.create(row.path(world.examples())))
                .with(authentication(who))
                .accept(MediaType.ALL);
        if (!row.isApi()) {
            request.with(csrf());
        }
        return (row.pattern().endsWith("/live") ? request.asyncExchange() : request.exchange()).getResponse();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html, */*;q=0.1")
                .header("Cookie", SessionCookie.NAME + "=c29tZWJvZHk");
        if (path.startsWith("/api/")) {
            request.header("Authorization", "Bearer tj_" + "x".repeat(43));
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private Connection lockEveryTable() throws Exception {
        var connection = DriverManager.getConnection(server.jdbcUrl());
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    do $$ declare it record; begin
                        for it in select tablename from pg_tables where schemaname = 'public' order by 1 loop
                            execute format('lock table %I in access exclusive mode', it.tablename);
                        end loop;
                    end $$""");
        }
        return connection;
    }

    private static long postmaster() throws IOException {
        var file = data.resolve("postgres").resolve("postmaster.pid");
        return Long.parseLong(Files.readAllLines(file).getFirst().strip());
    }

    /** To the server and its children. */
    private static void signal(String name, long postmaster) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("kill", "-" + name, Long.toString(postmaster)));
        if (!name.equals("KILL")) {
            ProcessHandle.of(postmaster).stream()
                    .flatMap(ProcessHandle::children)
                    .forEach(it -> words.add(Long.toString(it.pid())));
        }
        new ProcessBuilder(words).inheritIO().start().waitFor();
    }

    /** A job that tells when it is at work, and stays at work in the database until that dies. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Probe {

        private final Semaphore mayWork = new Semaphore(0);
        private final Semaphore atWork = new Semaphore(0);

        @Bean
        RecurringTask<Void> probeTask(JdbcClient database) {
            return Tasks.recurring("probe", FixedDelay.ofSeconds(1)).execute((task, context) -> {
                if (mayWork.tryAcquire()) {
                    atWork.release();
                    database.sql("select pg_sleep(20)").query().listOfRows();
                }
            });
        }
    }
}
