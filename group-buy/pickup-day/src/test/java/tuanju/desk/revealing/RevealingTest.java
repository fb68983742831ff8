package tuanju.desk.revealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.ModuleTest;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.command.TooMany;
import tuanju.desk.Desk;
import tuanju.desk.Desks;
import tuanju.order.life.PlacedOrder;
import tuanju.pickup.PickupNeighbourhood;
import tuanju.pickup.PickupNeighbourhood.Cycle;
import tuanju.pickup.PickupNeighbourhood.Led;
import tuanju.pickup.PickupNeighbourhood.Wish;

@ModuleTest
class RevealingTest {

    @Autowired
    PickupNeighbourhood neighbourhood;

    @Autowired
    Desks desks;

    @Autowired
    Revealing revealing;

    @Autowired
    JdbcClient jdbc;

    private Led led;
    private Cycle cycle;
    private Desk desk;

    @BeforeEach
    void openADesk() {
        led = neighbourhood.found();
        cycle = neighbourhood.cycle(led);
        desk = desks.ofCycle(led.leader(), cycle.code());
    }

    @Test
    @DisplayName("I-V2 a full number is shown with a reason, on record, without the number in the record")
    void aRevealIsOnRecord() {
        var order = order();

        var id = revealing.ask(desk, order.id().value(), "没人来取 13912345678");

        var shown = revealing.shown(desk, id);
        assertThat(shown.phone()).matches("138[0-9]{8}");
        assertThat(shown.name()).isEqualTo("马**");
        assertThat(jdbc.sql("select detail from audit_entry where actor = :leader and action = 'phone.revealed'")
                        .param("leader", led.leader().value())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("没人来取")
                .doesNotContain(shown.phone(), "13912345678");
        var other = neighbourhood.newLeader(led.community());
        var theirs = desks.ofToday(other.leader()).getFirst();
        assertThatThrownBy(() -> revealing.shown(theirs, id)).isInstanceOf(NotFound.class);
    }

    @Test
    void aRevealNeedsAReason() {
        var order = order();

        assertThatThrownBy(() -> revealing.ask(desk, order.id().value(), " ")).isInstanceOf(Invalid.class);
    }

    @Test
    @DisplayName("A-95 thirty numbers a day and no more")
    void thirtyRevealsADay() {
        var order = order();
        for (int i = 0; i < 30; i++) {
            revealing.ask(desk, order.id().value(), "没人来取");
        }

        assertThatThrownBy(() -> revealing.ask(desk, order.id().value(), "没人来取"))
                .isInstanceOf(TooMany.class);
    }

    @Test
    @DisplayName("V-05 three days after pickup no number is shown any more")
    void revealsCloseThreeDaysAfterPickup() {
        var old = neighbourhood.cycle(led, Instant.now().minus(4, ChronoUnit.DAYS));
        var order = neighbourhood.order(old, new Wish("86", "701", "马仁毅", 1)).getFirst();
        var oldDesk = desks.ofCycle(led.leader(), old.code());

        assertThatThrownBy(() -> revealing.ask(oldDesk, order.id().value(), "没人来取"))
                .isInstanceOf(RevealClosed.class);
    }

    private PlacedOrder order() {
        return neighbourhood.order(cycle, new Wish("86", "701", "马仁毅", 1)).getFirst();
    }
}
