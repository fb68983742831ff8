package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.UriUtils;
import support.Patience;
import support.TeamNeighbourhoods;
import tuanju.Logged;
import tuanju.WebTest;
import tuanju.live.LiveTopics;
import tuanju.security.Routes.Row;
import tuanju.security.Routes.Whose;
import tuanju.teambuy.joining.TeamOpening;

/** What goes on when nobody waits for an answer: jobs that work and fail, pages that stay open and go away. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("W-12 V-05 nothing personal stands in a log")
class NothingPersonalBehindRequestsTest {

    @Autowired
    DoorWorld world;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    TeamOpening opening;

    @Autowired
    LiveTopics topics;

    @Autowired
    List<RecurringTask<?>> jobs;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @BeforeAll
    void somethingIsToBeSeen() {
        world.found();
    }

    @Test
    @DisplayName("of jobs, such as do their work and such as the database refuses because of somebody's row")
    void jobsLogNothing() {
        anOrderWaitsTooLongForItsMoney();
        jdbc.sql("alter table orders add constraint planted check (status <> 'CLOSED') not valid")
                .update();
        try (var log = Logged.everything()) {
            var begun = jdbc.sql("select now()").query(OffsetDateTime.class).single();
            jdbc.sql("update scheduled_tasks set execution_time = now() where not picked")
                    .update();
            Patience.await().until(() -> ranSince(begun).containsAll(names()));
            assertThat(log.lines()).as("why it was refused").anyMatch(it -> it.contains("planted"));
            assertThat(told(log)).isEmpty();
        } finally {
            jdbc.sql("alter table orders drop constraint planted").update();
        }
    }

    @Test
    @DisplayName("of pages that stay open, whoever asks for them")
    void openingAPageThatStaysLogsNothing() {
        var live = Routes.table().stream()
                .filter(it -> it.pattern().endsWith("/live"))
                .toList();
        assertThat(live).hasSizeGreaterThan(4);
        try (var log = Logged.everything()) {
            for (var row : live) {
                for (var whose : List.of(Whose.OWN, Whose.LED, Whose.OPERATOR)) {
                    uris(row)
                            .forEach(uri -> mvc.get()
                                    .uri(uri)
                                    .header("X-Phone", Marked.PHONE)
                                    .with(DoorWorld.as(world.rightful(whose)))
                                    .asyncExchange());
                }
            }
            assertThat(told(log)).isEmpty();
        }
    }

    @Test
    @DisplayName("of news that reach such a page, and of people who leave it without a word")
    void leavingAPageLogsNothing() throws Exception {
        var code = world.examples().get("cycle");
        var cycle = jdbc.sql("select id from order_cycle where code = ?")
                .param(code)
                .query(UUID.class)
                .single();
        try (var log = Logged.everything()) {
            int before = topics.openStreams();
            try (var page = open("/c/" + code + "/live?name=" + UriUtils.encode(Marked.NAME, "UTF-8"))) {
                topics.changed("cycle:" + cycle);
                Patience.await().until(() -> page.readLine().contains("changed"));
            }
            Patience.await().until(() -> {
                topics.changed("cycle:" + cycle);
                return topics.openStreams() <= before;
            });
            assertThat(told(log)).isEmpty();
        }
    }

    private void anOrderWaitsTooLongForItsMoney() {
        var home = neighbourhoods.found(1, 2);
        var order = opening.buyAlone(home.member(0), home.offer(), home.one()).code();
        jdbc.sql("""
                        update orders set recipient_name = ?, address_building = ?, note = ?,
                            pay_before = now() - interval '1 hour', sweep_at = now() - interval '1 hour'
                        where code = ?
                        """)
                .params(Marked.NAME, Marked.DOOR, Marked.TEXT, order.value())
                .update();
    }

    private Set<String> names() {
        return jobs.stream().map(RecurringTask::getName).collect(Collectors.toSet());
    }

    private Set<String> ranSince(OffsetDateTime begun) {
        return Set.copyOf(
                jdbc.sql("select task_name from scheduled_tasks where greatest(last_success, last_failure) > :begun")
                        .param("begun", begun)
                        .query(String.class)
                        .list());
    }

    /** As it is meant, and with words in it that people put there by mistake. */
    private List<URI> uris(Row row) {
        var wrong = new HashMap<>(world.examples());
        wrong.replaceAll((name, example) -> UriUtils.encode(Marked.TEXT + Marked.PHONE, "UTF-8"));
        return List.<Map<String, String>>of(world.examples(), wrong).stream()
                .map(row::path)
                .map(URI::create)
                .toList();
    }

    /** A browser that leaves takes its connection along. */
    private BufferedReader open(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("User-Agent", Marked.TOKEN)
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private Collection<String> told(Logged log) {
        var secrets = new ArrayList<>(Marked.ALL);
        secrets.addAll(jdbc.sql("select phone from member where phone is not null")
                .query(String.class)
                .list());
        return Marked.told(log, secrets);
    }
}
