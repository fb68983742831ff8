package tuanju.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The program's own PostgreSQL dies, is stopped or stands still, while people use the program. */
@Tag("fault")
@DisplayName("The database falls")
class DatabaseFallsFaultIT {

    private static final Duration PROBE = Duration.ofSeconds(30);

    @Test
    @DisplayName("F-06 kill -9 of one session throws all sessions out, and the program goes on by itself")
    void oneSessionIsKilled() {
        fall("F-06 session kill -9", house -> Postmaster.killOne(house.anySession()));
    }

    @Test
    @DisplayName("F-07 kill -9 of the whole server loses no answer, and it is started again")
    void everythingIsKilled() {
        for (int i = 0; i < Rounds.times(1, 3); i++) {
            fall(
                    "F-07 postmaster kill -9",
                    house -> house.program().postmaster().kill());
        }
    }

    @Test
    @DisplayName("F-08 an immediate and a fast shut-down are survived likewise")
    void isShutDown() {
        fall("F-08 immediate stop", house -> house.program().postmaster().shutDown("QUIT"));
        fall("F-08 fast stop", house -> house.program().postmaster().shutDown("INT"));
    }

    @Test
    @DisplayName("F-09 a server that stands still holds nobody, and nothing is done twice when it goes on")
    void standsStill() {
        var still = Rounds.lasting(Duration.ofSeconds(10), Duration.ofSeconds(60));
        var verdict = fall("F-09 frozen " + still.toSeconds() + " s", house -> {
            var server = house.program().postmaster();
            server.freeze();
            try {
                // alive, so that nobody restarts it; not ready, so that nobody is sent here
                await().atMost(PROBE).until(() -> house.program().status("/readyz") == 503);
                assertThat(house.program().status("/livez")).isEqualTo(200);
                Pause.of(still);
            } finally {
                server.thaw();
            }
        });
        assertThat(verdict.slowest()).as("nobody waited for it to go on").isLessThan(still);
    }

    private static Verdict fall(String fault, Consumer<House> harm) {
        var house = House.own();
        var verdict = house.under(fault, () -> {
            harm.accept(house);
            return house.program().awaitAnswering();
        });
        verdict.holds();
        return verdict;
    }
}
