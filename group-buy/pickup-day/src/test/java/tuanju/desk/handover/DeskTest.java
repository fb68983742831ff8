package tuanju.desk.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.ModuleTest;
import support.Patience;
import tuanju.command.NotFound;
import tuanju.command.TooMany;
import tuanju.desk.Bag;
import tuanju.desk.Desk;
import tuanju.desk.DeskView;
import tuanju.desk.Desks;
import tuanju.desk.LookingAtDesks;
import tuanju.money.Money;
import tuanju.order.life.PlacedOrder;
import tuanju.pickup.PickupNeighbourhood;
import tuanju.pickup.PickupNeighbourhood.Cycle;
import tuanju.pickup.PickupNeighbourhood.Led;
import tuanju.pickup.PickupNeighbourhood.Wish;

@ModuleTest
class DeskTest {

    @Autowired
    PickupNeighbourhood neighbourhood;

    @Autowired
    Desks desks;

    @Autowired
    LookingAtDesks looking;

    @Autowired
    HandingOver handingOver;

    @Autowired
    FindingBags finding;

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
    void aCodeFindsItsBagHoweverItIsTyped() {
        var order = order("86", "701", "马仁毅", 1);
        var typed = neighbourhood
                .pickupCode(order)
                .toLowerCase(java.util.Locale.ROOT)
                .replace('0', 'o')
                .replace('1', 'l');

        var found = finding.find(List.of(desk), " " + typed + " ");

        assertThat(found.order().code()).isEqualTo(order.code());
    }

    @Test
    void whatIsHandedOverIsDoneAndSaysByWhom() {
        var order = order("86", "701", "马仁毅", 2);
        order("86", "1101", "龚开梦", 1);

        handingOver.handOver(desk, List.of(order.id().value()));

        assertThat(neighbourhood.status(order)).isEqualTo("COLLECTED");
        var view = looking.look(desk);
        assertThat(view.progress()).isEqualTo(new DeskView.Progress(1, 2, 0));
        assertThat(view.buildings().getFirst().done()).singleElement().satisfies(bag -> {
            assertThat(bag.room()).isEqualTo("701");
            assertThat(bag.people()).isEqualTo("马**");
            assertThat(bag.by()).isEqualTo("陈团长");
            assertThat(bag.at()).isNotEmpty();
        });
    }

    @Test
    @DisplayName("W-27 of a bag of two orders whose one was handed over by its code, the other's pieces wait")
    void halfOfABagIsCountedWithoutTheOtherHalf() {
        var two = order("86", "701", "马仁毅", 1);
        var three = order("86", "701", "马仁毅", 2);
        order("86", "1101", "龚开梦", 1);

        handingOver.handOver(desk, List.of(two.id().value()));

        var bag = looking.bag(desk, three.code().value());
        assertThat(bag.pieces()).isEqualTo(4);
        assertThat(bag.amount()).isEqualTo(Money.ofFen(2 * 80_00 + 2 * 59_90));
        assertThat(looking.look(desk).buildings().getFirst().waiting())
                .extracting(Bag::pieces)
                .containsExactly(4L, 1L);
        handingOver.handOver(desk, List.of(three.id().value()));
        assertThat(looking.bag(desk, three.code().value()).pieces()).isEqualTo(5);
    }

    @Test
    @DisplayName("R-18 the second hand-over of an order is told who did the first and when")
    void theSecondHandOverIsToldAboutTheFirst() {
        var order = order("86", "701", "马仁毅", 1);
        handingOver.handOver(desk, List.of(order.id().value()));

        assertThatThrownBy(() -> handingOver.handOver(desk, List.of(order.id().value())))
                .isInstanceOfSatisfying(AlreadyHandedOver.class, refusal -> {
                    assertThat(refusal.getStatus()).isEqualTo(409);
                    assertThat(refusal.getArguments()).contains("陈团长");
                });
    }

    @Test
    @DisplayName("R-18 of eight phones that hand over the same order at once, one does")
    void ofManyPhonesAtOnceOneHandsOver() throws Exception {
        var order = order("86", "701", "马仁毅", 1);
        var start = new CyclicBarrier(8);
        Callable<Boolean> phone = () -> {
            start.await(Patience.SECONDS, TimeUnit.SECONDS);
            try {
                handingOver.handOver(desk, List.of(order.id().value()));
                return true;
            } catch (AlreadyHandedOver tooLate) {
                return false;
            }
        };
        int won = 0;
        try (var phones = Executors.newFixedThreadPool(8)) {
            for (var done :
                    phones.invokeAll(IntStream.range(0, 8).mapToObj(i -> phone).toList())) {
                won += done.get(Patience.SECONDS, TimeUnit.SECONDS) ? 1 : 0;
            }
        }

        assertThat(won).isEqualTo(1);
        assertThat(handovers(order)).isEqualTo(1);
        assertThat(steps(order, "COLLECTED")).isEqualTo(1);
    }

    @Test
    void aMistakeIsTakenBackAndTheBagCanBeHandedOverAgain() {
        var order = order("86", "701", "马仁毅", 1);
        handingOver.handOver(desk, List.of(order.id().value()));

        handingOver.undo(desk, List.of(order.id().value()));

        assertThat(neighbourhood.status(order)).isEqualTo("CONFIRMED");
        assertThat(looking.look(desk).progress().done()).isZero();
        assertThatThrownBy(() -> handingOver.undo(desk, List.of(order.id().value())))
                .isInstanceOf(NotHandedOver.class);
        handingOver.handOver(desk, List.of(order.id().value()));
        assertThat(handovers(order)).isEqualTo(2);
    }

    @Test
    void aBagOfTwoOrdersIsHandedOverWholeOrNotAtAll() {
        var first = order("66", "501", "王悟营", 1);
        var second = order("66", "501", "韦鲁郎", 1);
        handingOver.handOver(desk, List.of(second.id().value()));

        assertThatThrownBy(() -> handingOver.handOver(
                        desk, List.of(first.id().value(), second.id().value())))
                .isInstanceOf(AlreadyHandedOver.class);
        assertThat(neighbourhood.status(first)).isEqualTo("CONFIRMED");
        var left = looking.choose(desk, first.code().value(), new LookingAtDesks.Choice(false, List.of()));
        assertThat(left.ids()).containsExactly(first.id().value());
        assertThat(left.door()).isEqualTo("66-501");
    }

    @Test
    @DisplayName("I-Z2 I-Z3 another leader finds no desk, no list and no code")
    void anotherLeaderFindsNothing() {
        var order = order("86", "701", "马仁毅", 1);
        var other = neighbourhood.newLeader(led.community());
        var stranger = neighbourhood.found();

        assertThatThrownBy(() -> desks.ofCycle(other.leader(), cycle.code())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desks.ofCycle(stranger.leader(), cycle.code())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desks.ofToday(neighbourhood.signUp("路人"))).isInstanceOf(NotFound.class);
        var theirs = desks.ofToday(other.leader());
        assertThat(looking.look(theirs.getFirst()).buildings()).isEmpty();
        assertThatThrownBy(() -> finding.find(theirs, neighbourhood.pickupCode(order)))
                .isInstanceOfSatisfying(
                        BagOfAnotherLeader.class,
                        refusal -> assertThat(refusal.getArguments()).containsExactly("3号门"));
        assertThatThrownBy(() -> looking.bag(theirs.getFirst(), order.code().value()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    @DisplayName("A-03 a cycle long over has no desk any more")
    void aCycleLongOverHasNoDesk() {
        var old = neighbourhood.cycle(led, Instant.now().minus(40, ChronoUnit.DAYS));

        assertThatThrownBy(() -> desks.ofCycle(led.leader(), old.code())).isInstanceOf(NotFound.class);
    }

    @Test
    void todaysDeskHoldsWhatWaitsWhateverTheCycle() {
        order("86", "701", "马仁毅", 1);
        neighbourhood.order(neighbourhood.cycle(led), new Wish("3", "601", "谢协湃", 1));

        var today = looking.look(desks.ofToday(led.leader()).getFirst());

        assertThat(today.buildings()).extracting(DeskView.InBuilding::label).containsExactly("3", "86");
    }

    @Test
    void aCodeOfAnotherCycleIsToldWhoseDayItIsAndNothingIsHandedOver() {
        var elsewhere = neighbourhood.order(neighbourhood.cycle(led), new Wish("3", "601", "谢协湃", 1));

        assertThatThrownBy(() -> finding.find(List.of(desk), neighbourhood.pickupCode(elsewhere.getFirst())))
                .isInstanceOfSatisfying(BagOfAnotherDay.class, refusal -> {
                    assertThat(refusal.getArguments()).contains("周一水果团");
                    assertThat(refusal.getStatus()).isEqualTo(409);
                });
        assertThat(neighbourhood.status(elsewhere.getFirst())).isEqualTo("CONFIRMED");
    }

    @Test
    @DisplayName("A-96 after ten wrong codes in an hour even the right one is not looked up")
    void tenWrongCodesAnHour() {
        var order = order("86", "701", "马仁毅", 1);
        for (int i = 0; i < 30; i++) {
            finding.find(List.of(desk), neighbourhood.pickupCode(order));
        }
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> finding.find(List.of(desk), "ZZZZZZ")).isInstanceOf(UnknownPickupCode.class);
        }

        assertThatThrownBy(() -> finding.find(List.of(desk), neighbourhood.pickupCode(order)))
                .isInstanceOfSatisfying(
                        TooMany.class,
                        refusal -> assertThat(refusal.getRetryAfterSeconds()).isBetween(3500L, 3600L));
    }

    @Test
    @DisplayName("I-V1 nothing at the desk holds a full number, not even a note")
    void nothingHoldsAFullNumber() {
        order("86", "701", "马仁毅", 2);

        assertThat(looking.look(desk).toString())
                .doesNotContainPattern("1[3-9][0-9]{9}")
                .contains("138****");
    }

    private PlacedOrder order(String building, String room, String name, int melons) {
        return neighbourhood
                .order(cycle, new Wish(building, room, name, melons))
                .getFirst();
    }

    private long handovers(PlacedOrder order) {
        return jdbc.sql("select count(*) from handover where order_id = :order")
                .param("order", order.id().value())
                .query(Long.class)
                .single();
    }

    private long steps(PlacedOrder order, String status) {
        return jdbc.sql("select count(*) from order_history where order_id = :order and to_status = :status")
                .param("order", order.id().value())
                .param("status", status)
                .query(Long.class)
                .single();
    }
}
