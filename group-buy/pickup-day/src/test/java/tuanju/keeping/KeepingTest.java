package tuanju.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.Invariants;
import support.ModuleTest;
import support.Patience;
import support.Told;
import tuanju.command.NotFound;
import tuanju.desk.Desk;
import tuanju.desk.Desks;
import tuanju.order.book.OrderRemark;
import tuanju.order.life.PlacedOrder;
import tuanju.pickup.PickupNeighbourhood;
import tuanju.pickup.PickupNeighbourhood.Led;
import tuanju.pickup.PickupNeighbourhood.Wish;

@ModuleTest
class KeepingTest {

    @Autowired
    PickupNeighbourhood neighbourhood;

    @Autowired
    Desks desks;

    @Autowired
    Keeping keeping;

    @Autowired
    KeepingRemarks remarks;

    @Autowired
    JdbcClient jdbc;

    private Led led;

    @BeforeEach
    void found() {
        led = neighbourhood.found();
    }

    @Test
    void nobodyIsLateWhileTheDeskIsOpen() {
        var desk = deskOf(0);
        var order = order(desk);

        assertThat(keeping.look(List.of(desk)).waiting()).isZero();
        assertThat(remarks.about(led.community().id(), order.id())).isEmpty();
        assertThatThrownBy(() -> keeping.extend(desk, order.code().value())).isInstanceOf(NotFound.class);
    }

    @Test
    void aBagIsKeptThreeDaysAndNothingIsDecidedBefore() {
        var desk = deskOf(1);
        var order = order(desk);

        assertThat(keeping.look(List.of(desk)).kept()).singleElement().satisfies(bag -> {
            assertThat(bag.door()).isEqualTo("86-701");
            assertThat(bag.masked()).isEqualTo("马** 86-7**");
        });
        assertThatThrownBy(() -> keeping.decide(desk, order.code().value(), Step.GIVEN_AWAY))
                .isInstanceOf(StillKept.class);
        assertThat(remarks.about(led.community().id(), order.id()))
                .extracting(OrderRemark::key)
                .containsExactly("keeping.remark.kept");
    }

    @Test
    void aReminderIsReadByTheBuyerAndNotRepeatedAtOnce() {
        var desk = deskOf(1);
        var order = order(desk);

        var buyer = neighbourhood.signUp("马仁毅");
        jdbc.sql("update orders set buyer_id = ? where id = ?")
                .params(buyer.value(), order.id().value())
                .update();

        assertThat(keeping.remind(desk, "")).isEqualTo(1);
        assertThat(keeping.remind(desk, "")).isZero();

        assertThat(remarks.about(led.community().id(), order.id()))
                .extracting(OrderRemark::key)
                .contains("keeping.remark.REMINDED");
        assertThat(Told.topics(jdbc, buyer)).containsOnlyOnce("keeping.told.reminded");
    }

    @Test
    void afterItsTimeTheLeaderDecidesOnceAndMayTakeItBack() {
        var desk = deskOf(6);
        var order = order(desk);
        assertThat(keeping.look(List.of(desk)).overdue()).hasSize(1);

        keeping.decide(desk, order.code().value(), Step.RETURNED);

        assertThat(keeping.look(List.of(desk)).decided()).hasSize(1);
        assertThatThrownBy(() -> keeping.decide(desk, order.code().value(), Step.GIVEN_AWAY))
                .isInstanceOf(DecidedMeanwhile.class);
        assertThatThrownBy(() -> keeping.extend(desk, order.code().value())).isInstanceOf(DecidedMeanwhile.class);
        keeping.reopen(desk, order.code().value());
        assertThat(keeping.look(List.of(desk)).overdue()).hasSize(1);
        keeping.extend(desk, order.code().value());
        assertThat(keeping.look(List.of(desk)).kept()).hasSize(1);
        Invariants.check(jdbc);
    }

    @Test
    @DisplayName("I-K5 of two who decide at once one does")
    void twoDecisionsAtOnce() throws Exception {
        var desk = deskOf(6);
        for (int round = 0; round < 5; round++) {
            var order = order(desk);
            var start = new CyclicBarrier(2);
            try (var pool = Executors.newFixedThreadPool(2)) {
                var given = pool.submit(decide(desk, order, Step.GIVEN_AWAY, start));
                var returned = pool.submit(decide(desk, order, Step.RETURNED, start));
                assertThat(given.get(Patience.SECONDS, TimeUnit.SECONDS)
                                ^ returned.get(Patience.SECONDS, TimeUnit.SECONDS))
                        .isTrue();
            }
        }
        Invariants.check(jdbc);
    }

    private Callable<Boolean> decide(Desk desk, PlacedOrder order, Step step, CyclicBarrier start) {
        return () -> {
            start.await(Patience.SECONDS, TimeUnit.SECONDS);
            try {
                keeping.decide(desk, order.code().value(), step);
                return true;
            } catch (DecidedMeanwhile late) {
                return false;
            }
        };
    }

    /** The desk of a cycle whose pickup began so many days ago. */
    private Desk deskOf(int daysAgo) {
        var pickup = Instant.now().minus(daysAgo, ChronoUnit.DAYS).minus(1, ChronoUnit.HOURS);
        return desks.ofCycle(led.leader(), neighbourhood.cycle(led, pickup).code());
    }

    private PlacedOrder order(Desk desk) {
        var cycle = Objects.requireNonNull(desk.cycle());
        var of = new PickupNeighbourhood.Cycle(cycle.id(), cycle.code().value(), led, cycle.pickupFrom());
        return neighbourhood.order(of, new Wish("86", "701", "马仁毅", 1)).getFirst();
    }
}
