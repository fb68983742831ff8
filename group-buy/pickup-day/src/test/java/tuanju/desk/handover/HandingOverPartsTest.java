package tuanju.desk.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
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
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.desk.Bag;
import tuanju.desk.Desk;
import tuanju.desk.Desks;
import tuanju.desk.LeftWith;
import tuanju.desk.LookingAtDesks;
import tuanju.order.NotRefundable;
import tuanju.order.OrderChange;
import tuanju.order.aftersale.AdjustmentKind;
import tuanju.order.aftersale.CalledOff;
import tuanju.order.aftersale.LineKeep;
import tuanju.order.book.OrderRemark;
import tuanju.order.fulfilment.HandedPieces;
import tuanju.order.fulfilment.NotThatManyLeft;
import tuanju.order.life.PlacedOrder;
import tuanju.pickup.PickupNeighbourhood;
import tuanju.pickup.PickupNeighbourhood.Cycle;
import tuanju.pickup.PickupNeighbourhood.Led;
import tuanju.pickup.PickupNeighbourhood.Wish;

@ModuleTest
class HandingOverPartsTest {

    private static final String MELON = "冰淇淋黄心西瓜";
    private static final String MELON_SPEC = "一箱四个约14斤";

    @Autowired
    PickupNeighbourhood neighbourhood;

    @Autowired
    Desks desks;

    @Autowired
    LookingAtDesks looking;

    @Autowired
    HandingOver handingOver;

    @Autowired
    HandingOverParts parts;

    @Autowired
    DeskRemarks remarks;

    @Autowired
    CalledOff calledOff;

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

    @AfterEach
    void whatMustNeverBeSeen() {
        Invariants.check(jdbc);
    }

    @Test
    void whatIsMissingComesLaterAndTheBagStaysOpen() {
        var order = order("701", 3);

        assertThat(give(order, melons(2))).isFalse();

        assertThat(neighbourhood.status(order)).isEqualTo("CONFIRMED");
        var bag = looking.bag(desk, order.code().value());
        assertThat(bag.collected()).isFalse();
        assertThat(bag.partly()).isTrue();
        assertThat(bag.pieces()).isEqualTo(4);
        assertThat(bag.orders().getFirst().items()).extracting(Bag.Item::left).containsExactly(1, 3);
        assertThat(bag.orders().getFirst().parts()).singleElement().satisfies(part -> {
            assertThat(part.pieces()).isEqualTo(2);
            assertThat(part.by()).isEqualTo("陈团长");
        });
        assertThat(remarks.about(led.community().id(), order.id()))
                .extracting(OrderRemark::arguments)
                .containsExactly(List.of(MELON + " · " + MELON_SPEC, "2"));
    }

    @Test
    void theLastPieceMakesItCollectedAndOneUndoTakesThatBack() {
        var order = order("701", 2);
        give(order, melons(2));

        assertThat(give(order, new HandedPieces("荔枝", "每箱四斤", 2))).isTrue();

        assertThat(neighbourhood.status(order)).isEqualTo("COLLECTED");
        handingOver.undo(desk, List.of(order.id().value()));
        assertThat(neighbourhood.status(order)).isEqualTo("CONFIRMED");
        assertThat(looking.bag(desk, order.code().value()).pieces()).isEqualTo(2);
        handingOver.handOver(desk, List.of(order.id().value()));
        assertThat(neighbourhood.status(order)).isEqualTo("COLLECTED");
    }

    @Test
    void aPartIsTakenBackOnce() {
        var order = order("701", 3);
        give(order, melons(2));
        var part = looking.bag(desk, order.code().value())
                .orders()
                .getFirst()
                .parts()
                .getFirst()
                .id();

        parts.undo(desk, order.id().value(), part);

        assertThat(looking.bag(desk, order.code().value()).pieces()).isEqualTo(6);
        assertThatThrownBy(() -> parts.undo(desk, order.id().value(), part)).isInstanceOf(NotHandedOver.class);
    }

    @Test
    void aPartOfACollectedBagStaysUntilTheBagIsTakenBack() {
        var order = order("701", 3);
        give(order, melons(2));
        var part = looking.bag(desk, order.code().value())
                .orders()
                .getFirst()
                .parts()
                .getFirst()
                .id();
        handingOver.handOver(desk, List.of(order.id().value()));

        assertThatThrownBy(() -> parts.undo(desk, order.id().value(), part)).isInstanceOf(AlreadyHandedOver.class);
        assertThatThrownBy(() -> give(order, melons(1)))
                .isInstanceOfSatisfying(
                        AlreadyHandedOver.class,
                        refusal -> assertThat(refusal.getArguments()).contains("陈团长"));
    }

    @Test
    @DisplayName("I-K4 of eight phones that hand over one of three melons each, three do")
    void noPieceIsHandedOverTwice() throws Exception {
        var order = order("701", 3);

        var won = atOnce(8, () -> give(order, melons(1)), NotThatManyLeft.class);

        assertThat(won).isEqualTo(3);
        assertThat(looking.bag(desk, order.code().value()).pieces()).isEqualTo(3);
    }

    @Test
    @DisplayName("I-K4 a part and the whole bag at once: both count at most once, and the bag is complete")
    void aPartAndTheWholeAtOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            var order = order("70" + round, 2);
            var start = new CyclicBarrier(2);
            try (var pool = Executors.newFixedThreadPool(2)) {
                var part = pool.submit(at(start, () -> give(order, melons(1)), AlreadyHandedOver.class));
                var whole = pool.submit(at(
                        start,
                        () -> handingOver.handOver(desk, List.of(order.id().value())),
                        Refusal.class));
                assertThat(whole.get(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
                part.get(Patience.SECONDS, TimeUnit.SECONDS);
            }
            assertThat(neighbourhood.status(order)).isEqualTo("COLLECTED");
        }
    }

    @Test
    void moreThanThereIsOrWhatIsNotInTheBagIsRefusedAndNothingHappens() {
        var order = order("701", 2);

        assertThatThrownBy(() -> parts.give(desk, order.id().value(), List.of(melons(1), melons(2))))
                .isInstanceOf(NotThatManyLeft.class);
        assertThatThrownBy(() -> give(order, new HandedPieces("榴莲", "", 1))).isInstanceOf(NotFound.class);
        assertThat(looking.bag(desk, order.code().value()).pieces()).isEqualTo(4);
    }

    @Test
    void theTableRefusesMoreThanTheLineHoldsAndKeepsWhatWasHanded() {
        var order = order("701", 2);
        give(order, melons(1));

        assertThatThrownBy(() -> jdbc.sql("update order_line set handed = 3 where order_id = :order and position = 1")
                        .param("order", order.id().value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from order_line where order_id = :order and position = 1")
                        .param("order", order.id().value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void whatWasHandedOverIsNotCalledOff() {
        var order = order("701", 2);
        give(order, melons(1));
        var change = new OrderChange(led.leader(), "product-short");

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> calledOff.some(
                        led.community().id(),
                        order.id(),
                        List.of(new LineKeep(AdjustmentKind.SHORT, MELON, MELON_SPEC, 0, "product-short")),
                        change,
                        "k")))
                .isInstanceOf(NotRefundable.class);
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> calledOff.whole(led.community().id(), order.id(), AdjustmentKind.CANCELLED, change)))
                .isInstanceOf(NotRefundable.class);
    }

    @Test
    @DisplayName("I-K4 a piece that nobody handed over is found")
    void aPlantedPieceIsFound() {
        var order = order("701", 2);

        transaction.executeWithoutResult(status -> {
            jdbc.sql("update order_line set handed = 1 where order_id = :order and position = 1")
                    .param("order", order.id().value())
                    .update();
            assertThatThrownBy(() -> Invariants.check(jdbc)).hasMessageContaining("I-K4");
            status.setRollbackOnly();
        });
    }

    @Test
    void aBuildingIsHandedOverAtOnceButForWhatHasLeft() {
        var orders =
                IntStream.range(0, 4).mapToObj(room -> order("60" + room, 1)).toList();
        var ids = orders.stream().map(order -> order.id().value()).toList();
        handingOver.handOver(desk, List.of(ids.getFirst()));

        var done = handingOver.handOverThoseLeft(desk, ids, Giving.left(LeftWith.read("小张带上楼")));

        assertThat(done).containsExactlyInAnyOrderElementsOf(ids.subList(1, 4));
        assertThat(looking.look(desk).progress().complete()).isTrue();
        handingOver.undo(desk, done);
        assertThat(neighbourhood.status(orders.getFirst())).isEqualTo("COLLECTED");
        assertThat(neighbourhood.status(orders.getLast())).isEqualTo("CONFIRMED");
    }

    @Test
    @DisplayName("R-18 two helpers with the same building: each bag leaves once")
    void twoHelpersWithOneBuilding() throws Exception {
        var ids = IntStream.range(0, 6)
                .mapToObj(room -> order("50" + room, 1).id().value())
                .toList();
        var start = new CyclicBarrier(2);
        try (var pool = Executors.newFixedThreadPool(2)) {
            Callable<Integer> helper = () -> {
                start.await(Patience.SECONDS, TimeUnit.SECONDS);
                return handingOver.handOverThoseLeft(desk, ids, Giving.PLAIN).size();
            };
            var one = pool.submit(helper);
            var other = pool.submit(helper);

            assertThat(one.get(Patience.SECONDS, TimeUnit.SECONDS) + other.get(Patience.SECONDS, TimeUnit.SECONDS))
                    .isEqualTo(6);
        }
    }

    @Test
    void aBagLeftWithANeighbourSaysWhere() {
        var order = order("701", 1);

        handingOver.handOver(desk, List.of(order.id().value()), Giving.left(LeftWith.read(" 放 702 李阿姨家 13812345678 ")));

        var bag = looking.bag(desk, order.code().value());
        assertThat(bag.leftWith()).isEqualTo("放 702 李阿姨家 138****5678");
        assertThat(remarks.about(led.community().id(), order.id()))
                .extracting(OrderRemark::key)
                .containsExactly("desk.remark.left");
        assertThatThrownBy(() -> LeftWith.read("门".repeat(61))).isInstanceOf(Invalid.class);
    }

    private static long atOnce(int phones, Runnable work, Class<? extends Refusal> late) throws Exception {
        var start = new CyclicBarrier(phones);
        try (var pool = Executors.newFixedThreadPool(phones)) {
            long won = 0;
            for (var done : pool.invokeAll(IntStream.range(0, phones)
                    .mapToObj(phone -> at(start, work, late))
                    .toList())) {
                won += done.get(Patience.SECONDS, TimeUnit.SECONDS) ? 1 : 0;
            }
            return won;
        }
    }

    private static Callable<Boolean> at(CyclicBarrier start, Runnable work, Class<? extends Refusal> late) {
        return () -> {
            start.await(Patience.SECONDS, TimeUnit.SECONDS);
            try {
                work.run();
                return true;
            } catch (Refusal refusal) {
                assertThat(refusal).isInstanceOf(late);
                return false;
            }
        };
    }

    private boolean give(PlacedOrder order, HandedPieces pieces) {
        return parts.give(desk, order.id().value(), List.of(pieces));
    }

    private static HandedPieces melons(int pieces) {
        return new HandedPieces(MELON, MELON_SPEC, pieces);
    }

    private PlacedOrder order(String room, int melons) {
        return neighbourhood.order(cycle, new Wish("86", room, "马仁毅", melons)).getFirst();
    }
}
