package tuanju.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import support.Neighbourhoods;
import support.Residents;
import support.TeamNeighbourhoods;
import support.TestDatabase;
import support.Till;
import tuanju.TuanjuApplication;
import tuanju.teambuy.joining.TeamOpening;

/** With a management port of its own, as in production. */
@SpringBootTest(
        classes = TuanjuApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "management.server.address=127.0.0.1"})
@Import({TestDatabase.class, Residents.class, Neighbourhoods.class, TeamNeighbourhoods.class, Till.class})
@ActiveProfiles("test")
@DisplayName("A monitor")
class MonitorTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    TeamOpening opening;

    @Autowired
    Till till;

    @Test
    @DisplayName("reads how business and program are, on the management port alone")
    void readsHowTheProgramIs() {
        var home = neighbourhoods.found(1, 2);
        var order = opening.buyAlone(home.member(0), home.offer(), home.one()).code();
        till.pay(home, home.member(0), order);

        var numbers = get(managementPort, "/actuator/prometheus");
        assertThat(numbers.statusCode()).isEqualTo(200);
        assertThat(numbers.body())
                .contains("tuanju_invariants_broken 0.0", "tuanju_money_held 0.0", "tuanju_jobs_late ")
                .contains(
                        "tuanju_refunds_waiting ",
                        "tuanju_outbox_waiting ",
                        "tuanju_outbox_set_aside ",
                        "tuanju_live_streams 0.0",
                        "tuanju_turns_waiting ",
                        "tuanju_turns_refused_total{reason=\"busy\"} ",
                        "tuanju_turns_refused_total{reason=\"greedy\"} ",
                        "hikaricp_connections_active")
                .containsPattern("tuanju_turns_free [1-9]")
                .containsPattern("tuanju_orders_placed_total\\{kind=\"alone\"} [1-9]")
                .containsPattern("tuanju_orders_paid_total\\{kind=\"alone\"} [1-9]")
                .doesNotContain(order.value());
        assertThat(get(port, "/actuator/prometheus").statusCode()).isIn(302, 303, 404);
        assertThat(get(managementPort, "/operate/program").statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("finds out on the main port whether the program is alive and ready")
    void findsOutWhetherItIsReady() {
        assertThat(get(port, "/readyz")).satisfies(it -> {
            assertThat(it.statusCode()).isEqualTo(200);
            assertThat(it.body()).contains("UP");
        });
        assertThat(get(port, "/livez").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(int port, String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
