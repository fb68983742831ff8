package tuanju.desk.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.Invariants;
import support.ModuleTest;
import support.Patience;
import tuanju.desk.Desk;
import tuanju.desk.Desks;
import tuanju.desk.handover.HandingOver;
import tuanju.desk.offline.DeskAct.Kind;
import tuanju.desk.offline.DeskAct.Outcome;
import tuanju.desk.offline.DeskAct.Settled;
import tuanju.order.life.PlacedOrder;
import tuanju.pickup.PickupNeighbourhood;
import tuanju.pickup.PickupNeighbourhood.Cycle;
import tuanju.pickup.PickupNeighbourhood.Led;
import tuanju.pickup.PickupNeighbourhood.Wish;

@ModuleTest
class SyncingDesksTest {

    @Autowired
    PickupNeighbourhood neighbourhood;

    @Autowired
    Desks desks;

    @Autowired
    SyncingDesks syncing;

    @Autowired
    TakingSnapshots taking;

    @Autowired
    HandingOver handingOver;

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

    @AfterEach
    void whatMustNeverBeSeen() {
        Invariants.check(jdbc);
    }

    @Test
    @DisplayName("I-K3 an act told five times happens once and is answered the same")
    void aReplayChangesNothing() {
        var order = order("701");
        var act = handover(order);

        var answers = IntStream.range(0, 5).mapToObj(i -> tell(act)).toList();

        assertThat(answers).extracting(Settled::outcome).containsOnly(Outcome.DONE);
        assertThat(handovers(order)).isEqualTo(1);
        assertThat(neighbourhood.status(order)).isEqualTo("COLLECTED");
    }

    @Test
    @DisplayName("W-27 of a bag of two orders whose one was handed over, a phone without network counts all pieces")
    void halfOfABagIsCountedWithoutTheOtherHalfOnAPhone() {
        var two = order("701");
        neighbourhood.order(cycle, new Wish("86", "701", "马仁毅", 2));

        handingOver.handOver(desk, List.of(two.id().value()));

        assertThat(taking.take(List.of(desk), "").bags())
                .extracting(DeskSnapshot.Bag::pieces)
                .contains(4L);
    }

    @Test
    void aReplayAfterAnUndoDoesNotHandOverAgain() {
        var order = order("701");
        var act = handover(order);
        tell(act);
        tell(undo(order, act.id()));

        assertThat(tell(act).outcome()).isEqualTo(Outcome.DONE);
        assertThat(neighbourhood.status(order)).isEqualTo("CONFIRMED");
    }

    @Test
    void whatCameTooLateStaysTooLateHoweverOftenItIsTold() {
        var order = order("701");
        handingOver.handOver(desk, List.of(order.id().value()));
        var act = handover(order);
        var first = tell(act);
        handingOver.undo(desk, List.of(order.id().value()));

        assertThat(first.outcome()).isEqualTo(Outcome.TOO_LATE);
        assertThat(tell(act).outcome()).isEqualTo(Outcome.TOO_LATE);
        assertThat(neighbourhood.status(order)).isEqualTo("CONFIRMED");
    }

    @Test
    @DisplayName("R-18 of eight phones that tell about the same bag at once, one wins and seven hear so")
    void ofEightPhonesOneWins() throws Exception {
        var order = order("701");

        var outcomes = atOnce(8, () -> tell(handover(order)).outcome());

        assertThat(outcomes).filteredOn(Outcome.DONE::equals).hasSize(1);
        assertThat(outcomes).filteredOn(Outcome.TOO_LATE::equals).hasSize(7);
        assertThat(handovers(order)).isEqualTo(1);
    }

    @Test
    @DisplayName("R-18 one act told by eight connections at once is done once, and all hear so")
    void oneActToldAtOnceIsDoneOnce() throws Exception {
        var order = order("701");
        var act = handover(order);

        assertThat(atOnce(8, () -> tell(act).outcome())).containsOnly(Outcome.DONE);
        assertThat(handovers(order)).isEqualTo(1);
    }

    @Test
    @DisplayName("I-Z3 another leader's, another cycle's and nobody's bag are refused, and the others still go")
    void aForeignBagIsRefusedAndTheOthersStillGo() {
        var own = order("701");
        var elsewhere = neighbourhood
                .order(neighbourhood.cycle(led), new Wish("3", "601", "谢协湃", 1))
                .getFirst();
        var other = neighbourhood.newLeader(led.community());
        var foreign = neighbourhood
                .order(neighbourhood.cycle(other), new Wish("3", "602", "谢协湃", 1))
                .getFirst();
        var nobodys = new DeskAct(UUID.randomUUID(), Kind.HANDOVER, "no such order", null, null, null, null);

        var told = syncing.take(List.of(desk), List.of(handover(elsewhere), handover(foreign), nobodys, handover(own)));

        assertThat(told)
                .extracting(it -> it.settled().outcome())
                .containsExactly(Outcome.REFUSED, Outcome.REFUSED, Outcome.REFUSED, Outcome.DONE);
        assertThat(told.getFirst().settled().reason()).isEqualTo("not-at-this-desk");
        assertThat(neighbourhood.status(elsewhere)).isEqualTo("CONFIRMED");
        assertThat(neighbourhood.status(foreign)).isEqualTo("CONFIRMED");
    }

    @Test
    @DisplayName("A phone's clock, an hour off or a century, decides nothing and is noted")
    void aWrongClockDoesNoHarm() {
        var order = order("701");
        var centuries = order("702");
        var anHourAhead = Instant.now().plus(Duration.ofHours(1));

        tell(new DeskAct(UUID.randomUUID(), Kind.HANDOVER, order.code().value(), null, null, null, anHourAhead));
        tell(new DeskAct(UUID.randomUUID(), Kind.HANDOVER, centuries.code().value(), null, null, null, Instant.MAX));

        assertThat(jdbc.sql("""
                        select count(*) from handover h join desk_act a on a.handover_id = h.id
                        where h.order_id in (:orders) and h.handed_at between now() - interval '1 minute' and clock_timestamp()
                            and (a.said_at is null or a.said_at > h.handed_at + interval '50 minutes')
                        """)
                        .param(
                                "orders",
                                List.of(order.id().value(), centuries.id().value()))
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void anUndoAfterTheSyncTakesBackItsOwnHandOver() {
        var order = order("701");
        var act = handover(order);
        tell(act);

        assertThat(tell(undo(order, act.id())).outcome()).isEqualTo(Outcome.DONE);
        assertThat(neighbourhood.status(order)).isEqualTo("CONFIRMED");
        assertThat(tell(undo(order, act.id())).reason()).isEqualTo("not-handed-over");
    }

    @Test
    void anUndoNamesTheHandOverOfTheList() {
        var order = order("701");
        handingOver.handOver(desk, List.of(order.id().value()));
        var seen = taking.take(List.of(desk), "今天")
                .bags()
                .getFirst()
                .orders()
                .getFirst()
                .handover();

        assertThat(tell(undo(order, UUID.fromString(String.valueOf(seen)))).outcome())
                .isEqualTo(Outcome.DONE);
        assertThat(neighbourhood.status(order)).isEqualTo("CONFIRMED");
    }

    @Test
    void anUndoNeverTakesBackWhatAnotherDeskDid() {
        var order = order("701");
        handingOver.handOver(desk, List.of(order.id().value()));
        var late = handover(order);
        tell(late);

        assertThat(tell(undo(order, late.id())).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(tell(undo(order, null)).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(neighbourhood.status(order)).isEqualTo("COLLECTED");
    }

    @Test
    void anotherActUnderTheSameIdIsRefused() {
        var act = handover(order("701"));
        var other = order("702");
        tell(act);

        var reused = tell(new DeskAct(act.id(), Kind.HANDOVER, other.code().value(), null, null, null, null));

        assertThat(reused.reason()).isEqualTo("idempotency-key-reused");
        assertThat(neighbourhood.status(other)).isEqualTo("CONFIRMED");
    }

    @Test
    @DisplayName("I-V1 the phone's list holds no phone, no name and no pickup code, and still finds a bag by its code")
    void theListOnThePhoneGivesNobodyAway() {
        var order = order("701");

        var list = taking.take(List.of(desk), "今天");

        var code = neighbourhood.pickupCode(order);
        assertThat(list.toString())
                .doesNotContainPattern("(?<![0-9a-f-])1[3-9][0-9]{9}(?![0-9a-f])")
                .doesNotContain("138****", "马仁毅", code)
                .contains("马**", "周一水果团");
        assertThat(list.bags().getFirst().orders().getFirst().trace())
                .isEqualTo(TakingSnapshots.trace(list.salt(), code))
                .hasSize(5);
    }

    @Test
    void aCycleThatIsDoneLeavesNothingOnThePhone() {
        order("701");
        jdbc.sql("update order_cycle set status = 'DONE' where id = ?")
                .param(cycle.id())
                .update();

        var list = taking.take(List.of(desks.ofCycle(led.leader(), cycle.code())), "今天");

        assertThat(list.over()).isTrue();
        assertThat(list.bags()).isEmpty();
    }

    private static <T> List<T> atOnce(int phones, Callable<T> work) throws Exception {
        var start = new CyclicBarrier(phones);
        Callable<T> phone = () -> {
            start.await(Patience.SECONDS, TimeUnit.SECONDS);
            return work.call();
        };
        try (var threads = Executors.newFixedThreadPool(phones)) {
            var running = IntStream.range(0, phones)
                    .mapToObj(i -> threads.submit(phone))
                    .toList();
            var answers = new java.util.ArrayList<T>();
            for (var one : running) {
                answers.add(one.get(Patience.SECONDS, TimeUnit.SECONDS));
            }
            return answers;
        }
    }

    private Settled tell(DeskAct act) {
        return syncing.take(List.of(desk), List.of(act)).getFirst().settled();
    }

    private static DeskAct handover(PlacedOrder order) {
        return new DeskAct(UUID.randomUUID(), Kind.HANDOVER, order.code().value(), null, null, null, null);
    }

    private static DeskAct undo(PlacedOrder order, @Nullable UUID takesBack) {
        return new DeskAct(UUID.randomUUID(), Kind.UNDO, order.code().value(), takesBack, null, null, null);
    }

    private PlacedOrder order(String room) {
        return neighbourhood.order(cycle, new Wish("86", room, "马仁毅", 1)).getFirst();
    }

    private long handovers(PlacedOrder order) {
        return jdbc.sql("select count(*) from handover where order_id = ?")
                .param(order.id().value())
                .query(Long.class)
                .single();
    }
}
