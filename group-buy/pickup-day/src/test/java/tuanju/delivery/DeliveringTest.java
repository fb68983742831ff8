package tuanju.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import support.Invariants;
import support.ModuleTest;
import support.Patience;
import support.Told;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.delivery.Delivering.Chosen;
import tuanju.delivery.Delivering.Seen;
import tuanju.delivery.DoorPlan.Door;
import tuanju.delivery.RunSheet.Progress;
import tuanju.delivery.RunSheet.Stretch;
import tuanju.desk.Bag;
import tuanju.desk.Desk;
import tuanju.desk.Desks;
import tuanju.desk.LeftWith;
import tuanju.desk.handover.HandingOver;
import tuanju.order.book.OrderRemark;
import tuanju.order.life.PlacedOrder;
import tuanju.pickup.PickupNeighbourhood;
import tuanju.pickup.PickupNeighbourhood.Cycle;
import tuanju.pickup.PickupNeighbourhood.Led;
import tuanju.pickup.PickupNeighbourhood.Wish;

@ModuleTest
class DeliveringTest {

    private static final LeftWith AT_THE_DOOR = LeftWith.read("放门口");

    @Autowired
    PickupNeighbourhood neighbourhood;

    @Autowired
    Desks desks;

    @Autowired
    Delivering delivering;

    @Autowired
    RunSheets sheets;

    @Autowired
    DeliveryRemarks remarks;

    @Autowired
    HandingOver handingOver;

    @Autowired
    TransactionOperations transaction;

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
    void whoAsksInTheirNoteIsOfferedUntilSomethingWasChosen() {
        var asks = order(new Wish("87", "105", "马仁毅", 1, "帮忙送到87-105 "));
        var other = order(new Wish("3", "1701", "邬肖任", 1));

        assertThat(sheets.plan(desk).asked()).singleElement().satisfies(door -> {
            assertThat(door.door()).isEqualTo("87-105");
            assertThat(door.offered()).isTrue();
            assertThat(door.marked()).isFalse();
        });
        assertThat(sheets.plan(desk).others())
                .singleElement()
                .satisfies(door -> assertThat(door.offered()).isFalse());

        delivering.choose(desk, new Chosen(Set.of(code(asks), code(other)), Set.of(code(other))));

        assertThat(sheets.plan(desk).asked())
                .singleElement()
                .satisfies(door -> assertThat(door.offered()).isFalse());
        assertThat(sheets.of(desk).orders()).containsExactly(code(other));
    }

    @Test
    void aTickedBagThatChangedMeanwhileIsToldOrKeptForItsOtherOrders() {
        var first = order(new Wish("86", "701", "马仁毅", 1));
        var second = order(new Wish("86", "701", "邬肖任", 1));
        var alone = order(new Wish("3", "1701", "龚开梦", 1));
        var both = Stream.of(code(first), code(second)).sorted().collect(Collectors.joining("."));
        assertThat(sheets.plan(desk).others()).extracting(Door::orders).contains(both, code(alone));

        vanish(first);
        vanish(alone);
        int gone = delivering.choose(desk, new Chosen(Set.of(both, code(alone)), Set.of(both, code(alone))));

        assertThat(gone).isEqualTo(1);
        assertThat(sheets.of(desk).orders()).containsExactly(code(second));
        assertThat(delivering.choose(desk, new Chosen(Set.of(both), Set.of(both))))
                .isZero();
        assertThat(delivering.choose(desk, new Chosen(Set.of(both), Set.of()))).isZero();
        assertThat(sheets.of(desk).orders()).isEmpty();
    }

    private void vanish(PlacedOrder order) {
        jdbc.sql("update orders set status = 'REFUNDED' where id = :id")
                .param("id", order.id().value())
                .update();
    }

    @Test
    void theWayGoesByBuildingAndRoomUnlessSomebodySaysOtherwise() {
        for (var door : List.of("86-1102", "86-203", "3-1701", "12-4")) {
            var split = door.split("-");
            delivering.mark(desk, code(order(new Wish(split[0], split[1], "马仁毅", 1))));
        }
        assertThat(sheets.of(desk).buildings()).extracting(Stretch::building).containsExactly("3", "12", "86");
        assertThat(sheets.of(desk).buildings().getLast().doors())
                .extracting(Bag::room)
                .containsExactly("203", "1102");

        delivering.move(desk, "86", true);
        delivering.move(desk, "86", true);
        delivering.move(desk, "86", true);
        delivering.move(desk, "12", true);
        assertThat(sheets.of(desk).buildings()).extracting(Stretch::building).containsExactly("86", "12", "3");

        delivering.mark(desk, code(order(new Wish("1", "101", "丁倍卫", 1))));
        assertThat(sheets.of(desk).buildings()).extracting(Stretch::building).containsExactly("86", "12", "3", "1");
    }

    @Test
    void whatIsTickedOffIsHandedOverWithWhereItWasLeftAndCanBeTakenBack() {
        var order = order(new Wish("86", "701", "马仁毅", 2));
        delivering.mark(desk, code(order));
        delivering.mark(desk, code(order(new Wish("86", "1101", "龚开梦", 1))));

        delivering.deliver(desk, Seen.now(code(order)), AT_THE_DOOR);

        assertThat(neighbourhood.status(order)).isEqualTo("COLLECTED");
        assertThat(sheets.of(desk).progress()).isEqualTo(new Progress(1, 2));
        assertThat(sheets.of(desk).buildings().getFirst().doors().getFirst()).satisfies(bag -> {
            assertThat(bag.leftWith()).isEqualTo("放门口");
            assertThat(bag.by()).isEqualTo("陈团长");
        });

        delivering.undo(desk, Seen.now(code(order)));
        assertThat(neighbourhood.status(order)).isEqualTo("CONFIRMED");
        assertThat(sheets.of(desk).progress()).isEqualTo(new Progress(0, 2));
        Invariants.check(jdbc);
    }

    @Test
    void aNeighbourBehindTheSameDoorComesAlong() {
        var first = order(new Wish("86", "701", "马仁毅", 1));
        delivering.mark(desk, code(first));
        var later = order(new Wish("86", "701", "马小妹", 1));

        delivering.deliver(desk, Seen.now(code(later)), AT_THE_DOOR);

        assertThat(neighbourhood.status(first)).isEqualTo("COLLECTED");
        assertThat(neighbourhood.status(later)).isEqualTo("COLLECTED");
    }

    @Test
    void onlyWhatIsCarriedIsTickedOffAndOnlyWhatWaitsIsCarried() {
        var order = order(new Wish("86", "701", "马仁毅", 1));
        assertThatThrownBy(() -> delivering.deliver(desk, Seen.now(code(order)), AT_THE_DOOR))
                .isInstanceOf(NotOnRunSheet.class);

        handingOver.handOver(desk, List.of(order.id().value()));
        assertThatThrownBy(() -> delivering.mark(desk, code(order))).isInstanceOf(NothingToCarry.class);
        var elsewhere = neighbourhood.order(neighbourhood.cycle(led), new Wish("86", "701", "马仁毅", 1));
        assertThatThrownBy(() -> delivering.mark(desk, code(elsewhere.getFirst())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whatWasDeliveredIsNotTakenOffTheSheet() {
        var order = order(new Wish("86", "701", "马仁毅", 1));
        delivering.mark(desk, code(order));
        delivering.deliver(desk, Seen.now(code(order)), LeftWith.NOBODY);

        assertThatThrownBy(() -> delivering.unmark(desk, code(order))).isInstanceOf(NothingToCarry.class);
        delivering.choose(desk, new Chosen(Set.of(code(order)), Set.of()));

        assertThat(sheets.of(desk).progress()).isEqualTo(new Progress(1, 1));
    }

    @Test
    void itsBuyerReadsThatItComesWhileItDoes() {
        var order = order(new Wish("86", "701", "马仁毅", 1));
        assertThat(told(order)).isEmpty();

        delivering.mark(desk, code(order));
        assertThat(told(order)).containsExactly("delivery.remark");

        delivering.deliver(desk, Seen.now(code(order)), AT_THE_DOOR);
        assertThat(told(order)).isEmpty();
        delivering.undo(desk, Seen.now(code(order)));
        delivering.unmark(desk, code(order));
        assertThat(told(order)).isEmpty();
    }

    @Test
    void itsBuyerIsToldEveryChangeOfMindAndWhereItWasLeftUntilItIsNotThere() {
        var buyer = neighbourhood.signUp("马仁毅");
        var order = order(new Wish("86", "701", "马仁毅", 1));
        jdbc.sql("update orders set buyer_id = :buyer where id = :id")
                .param("buyer", buyer.value())
                .param("id", order.id().value())
                .update();

        delivering.mark(desk, code(order));
        delivering.mark(desk, code(order));
        assertThat(Told.topics(jdbc, buyer)).containsExactly("delivery.told");
        delivering.unmark(desk, code(order));
        assertThat(Told.topics(jdbc, buyer)).containsExactly("delivery.told", "delivery.told.not");
        delivering.mark(desk, code(order));

        delivering.deliver(desk, Seen.now(code(order)), LeftWith.NOBODY);
        delivering.undo(desk, Seen.now(code(order)));
        delivering.deliver(desk, Seen.now(code(order)), AT_THE_DOOR);
        assertThat(Told.topics(jdbc, buyer))
                .containsExactly("delivery.told", "delivery.told.not", "delivery.told", "desk.told.left");
        delivering.undo(desk, Seen.now(code(order)));
        assertThat(Told.topics(jdbc, buyer)).endsWith("desk.told.left", "desk.told.not-left");
    }

    @Test
    void whoFetchedTheirsAlreadyIsNotToldThatItComesToTheirDoor() {
        var buyer = neighbourhood.signUp("马仁毅");
        var fetched = order(new Wish("86", "701", "马仁毅", 1));
        var waits = order(new Wish("86", "701", "马仁毅", 2));
        jdbc.sql("update orders set buyer_id = :buyer where id in (:both)")
                .param("buyer", buyer.value())
                .param("both", List.of(fetched.id().value(), waits.id().value()))
                .update();
        handingOver.handOver(desk, List.of(fetched.id().value()));

        delivering.mark(desk, code(waits));
        delivering.unmark(desk, code(waits));

        assertThat(Told.topics(jdbc, buyer)).containsExactly("delivery.told", "delivery.told.not");
    }

    @Test
    @DisplayName("I-D1 the table keeps one mark for an order, of one cycle")
    void oneMark() {
        var order = order(new Wish("86", "701", "马仁毅", 1));
        delivering.mark(desk, code(order));
        delivering.mark(desk, code(order));
        assertThat(jdbc.sql("select count(*) from delivery_mark where order_id = :order")
                        .param("order", order.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        assertThatThrownBy(() -> jdbc.sql("""
                                insert into delivery_mark (community_id, cycle_id, order_id, marked_by)
                                values (:community, uuidv7(), :order, :by)
                                """)
                        .param("community", led.community().id().value())
                        .param("order", order.id().value())
                        .param("by", led.leader().value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("delivery_mark_of_order");
    }

    @Test
    @DisplayName("I-D3 a mark of no order of its cycle is found")
    void aMarkOfNobodyIsFound() {
        transaction.executeWithoutResult(planted -> {
            planted.setRollbackOnly();
            jdbc.sql(
                            "insert into delivery_mark (community_id, cycle_id, order_id, marked_by) values (?, ?, uuidv7(), ?)")
                    .param(led.community().id().value())
                    .param(cycle.id())
                    .param(led.leader().value())
                    .update();
            assertThatThrownBy(() -> Invariants.check(jdbc)).hasMessageContaining("I-D3");
        });
    }

    @Test
    @DisplayName("R-18 of two phones that tick the same door off at once one does, the other hears who and when")
    void twoPhonesAtOneDoor() throws Exception {
        for (int round = 0; round < 6; round++) {
            var order = order(new Wish("86", "70" + round, "马仁毅", 1));
            delivering.mark(desk, code(order));
            var start = new CyclicBarrier(2);
            try (var pool = Executors.newFixedThreadPool(2)) {
                var one = pool.submit(tick(order, start));
                var other = pool.submit(tick(order, start));
                var said = List.of(
                        one.get(Patience.SECONDS, TimeUnit.SECONDS), other.get(Patience.SECONDS, TimeUnit.SECONDS));
                assertThat(said).containsOnlyOnce("");
                assertThat(said)
                        .filteredOn(it -> !it.isEmpty())
                        .allSatisfy(it ->
                                assertThat(it).startsWith("already-handed-over").contains("陈团长"));
            }
        }
        Invariants.check(jdbc);
    }

    @Test
    @DisplayName("I-D2 a door ticked off while it is taken off the sheet: it is one or the other")
    void tickedOffAndTakenOffAtOnce() throws Exception {
        for (int round = 0; round < 6; round++) {
            var order = order(new Wish("86", "80" + round, "马仁毅", 1));
            delivering.mark(desk, code(order));
            var start = new CyclicBarrier(2);
            try (var pool = Executors.newFixedThreadPool(2)) {
                var ticked = pool.submit(tick(order, start));
                var taken = pool.submit(said(start, () -> delivering.unmark(desk, code(order))));
                var outcomes = List.of(
                        ticked.get(Patience.SECONDS, TimeUnit.SECONDS), taken.get(Patience.SECONDS, TimeUnit.SECONDS));
                assertThat(outcomes).containsOnlyOnce("");
                boolean carried = outcomes.getFirst().isEmpty();
                assertThat(neighbourhood.status(order)).isEqualTo(carried ? "COLLECTED" : "CONFIRMED");
                assertThat(sheets.of(desk).orders().contains(code(order))).isEqualTo(carried);
            }
        }
    }

    private Callable<String> tick(PlacedOrder order, CyclicBarrier start) {
        return said(start, () -> delivering.deliver(desk, Seen.now(code(order)), AT_THE_DOOR));
    }

    private static Callable<String> said(CyclicBarrier start, Runnable act) {
        return () -> {
            start.await(Patience.SECONDS, TimeUnit.SECONDS);
            try {
                act.run();
                return "";
            } catch (Refusal refusal) {
                return refusal.getType() + List.of(refusal.getArguments());
            }
        };
    }

    private List<String> told(PlacedOrder order) {
        return remarks.about(led.community().id(), order.id()).stream()
                .map(OrderRemark::key)
                .toList();
    }

    private PlacedOrder order(Wish wish) {
        return neighbourhood.order(cycle, wish).getFirst();
    }

    private static String code(PlacedOrder order) {
        return order.code().value();
    }
}
