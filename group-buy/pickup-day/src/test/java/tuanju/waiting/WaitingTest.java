package tuanju.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static support.Patience.await;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.Invariants;
import support.Jobs;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Till;
import support.Together;
import support.Told;
import tuanju.address.Door;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.community.PickupPointCard;
import tuanju.community.PickupPoints;
import tuanju.cycle.CannotOrder;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePlan;
import tuanju.cycle.CyclePoint;
import tuanju.cycle.CycleProduct;
import tuanju.cycle.CycleTerms;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.PickupPlace;
import tuanju.cycle.ordering.CycleOrdering;
import tuanju.cycle.ordering.WaitingOrders;
import tuanju.cycle.planning.CycleOpening;
import tuanju.money.Money;
import tuanju.order.OrderStatus;
import tuanju.order.book.OrderBook;
import tuanju.order.paying.OrderCancelling;

@ModuleTest
@DisplayName("Waiting for what is sold out")
class WaitingTest {

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    CycleOpening opening;

    @Autowired
    CycleOrdering ordering;

    @Autowired
    OrderCycles cycles;

    @Autowired
    WaitingOrders late;

    @Autowired
    PickupPoints pickupPoints;

    @Autowired
    Waiting waiting;

    @Autowired
    WaitingOffers offers;

    @Autowired
    WaitingWishes wishes;

    @Autowired
    OrderCancelling cancelling;

    @Autowired
    OrderBook book;

    @Autowired
    Till till;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    private Neighbourhood home;
    private CycleCard cycle;
    private CycleProduct eggs;
    private Code soldOutTo;
    private List<PickupPointCard> points = List.of();

    @BeforeEach
    void sellOut() {
        home = neighbourhoods.found(4);
        var tonight = Instant.now().plus(3, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        cycle = opening.open(
                home.leader(),
                home.id(),
                new CyclePlan(
                        "周三鸡蛋",
                        List.of(new CyclePlan.Item(null, "散养鸡蛋", "30枚", null, Money.ofYuan("29.90"), 2)),
                        Instant.now().minus(1, ChronoUnit.DAYS),
                        tonight,
                        PickupPlace.of(home.point()),
                        tonight.plus(12, ChronoUnit.HOURS),
                        tonight.plus(20, ChronoUnit.HOURS)));
        eggs = cycles.products(cycle).getFirst();
        var wish = new CycleOrdering.Wish(Map.of(eggs.id(), 2), Door.of("86", "801"), "");
        soldOutTo = ordering.order(home.member(0), cycle.code(), wish).code();
    }

    @AfterEach
    void nothingThatMustNeverBe() {
        Invariants.check(jdbc);
    }

    @Test
    void whatSomebodyGivesUpGoesToTheFirstInLine() {
        waits(1, 2);
        waits(2, 1);
        offers.offer(cycle);
        assertThat(standing(1)).extracting(WaitingWish::status).isEqualTo(WaitingStatus.WAITING);

        cancelling.cancel(home.member(0), soldOutTo);
        offers.offer(cycle);

        assertThat(standing(1)).extracting(WaitingWish::status).isEqualTo(WaitingStatus.OFFERED);
        assertThat(Told.topics(jdbc, home.member(1))).containsOnlyOnce("waiting.told.at");
        assertThat(book.of(home.member(1), null, 5)).singleElement().satisfies(order -> {
            assertThat(order.pieces()).isEqualTo(2);
            assertThat(order.payBefore()).isAfter(Instant.now().plus(100, ChronoUnit.MINUTES));
        });
        assertThat(standing(2)).satisfies(it -> {
            assertThat(it.status()).isEqualTo(WaitingStatus.WAITING);
            assertThat(it.ahead()).isZero();
        });
    }

    @Test
    @DisplayName("W-25 in a cycle with two points what comes free is offered where each would collect it")
    void whatComesFreeIsOfferedWhereTheyWouldCollect() {
        openAtTwoPoints();
        waiting.join(
                home.member(1), cycle.code(), eggs.id(), 1, points.getLast().id());
        assertThatExceptionOfType(Invalid.class)
                .as("nobody is sent to a point they did not choose")
                .isThrownBy(() -> waits(2, 1));
        waiting.join(
                home.member(2), cycle.code(), eggs.id(), 1, points.getFirst().id());
        waitsSinceNobodyWasAsked(3);

        cancelling.cancel(home.member(0), soldOutTo);
        offers.sweep();

        assertThat(wishes.of(cycle)).extracting(WaitingWish::status).containsOnly(WaitingStatus.OFFERED);
        assertThat(List.of(collects(1), collects(2), collects(3)))
                .containsExactly(
                        points.getLast().name(),
                        points.getFirst().name(),
                        points.getFirst().name());
    }

    /** Three trays of eggs, all of them ordered. */
    private void openAtTwoPoints() {
        var shop = pickupPoints.open(
                home.id(), home.leader(), new tuanju.community.PickupPlace("水果店", "东门外", "东门外12号", "全天", ""));
        points = List.of(home.point(), shop);
        var tonight = Instant.now().plus(3, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        cycle = opening.open(
                home.leader(),
                home.id(),
                new CyclePlan(
                        "周四鸡蛋",
                        List.of(new CyclePlan.Item(null, "散养鸡蛋", "30枚", null, Money.ofYuan("29.90"), 3)),
                        Instant.now().minus(1, ChronoUnit.DAYS),
                        tonight,
                        points.stream().map(it -> at(it, tonight)).toList(),
                        CycleTerms.NONE));
        eggs = cycles.products(cycle).getFirst();
        var all = new CycleOrdering.Wish(
                Map.of(eggs.id(), 3),
                Map.of(),
                Door.of("86", "801"),
                "",
                home.point().id());
        soldOutTo = ordering.order(home.member(0), cycle.code(), all).code();
    }

    private static CyclePoint at(PickupPointCard point, Instant cutOff) {
        return new CyclePoint(
                PickupPlace.of(point), cutOff.plus(12, ChronoUnit.HOURS), cutOff.plus(20, ChronoUnit.HOURS));
    }

    /** As those of before, whose wish has no point. */
    private void waitsSinceNobodyWasAsked(int member) {
        waiting.join(
                home.member(member),
                cycle.code(),
                eggs.id(),
                1,
                points.getLast().id());
        jdbc.sql("update waiting_wish set point_id = null where cycle_id = ? and member_id = ?")
                .params(cycle.id(), home.member(member).value())
                .update();
    }

    private String collects(int member) {
        return book.of(home.member(member), null, 5).getFirst().pickupPoint();
    }

    @Test
    void whoeverDoesNotPayLetsTheNextOneHaveThem() {
        waits(1, 2);
        waits(2, 1);
        cancelling.cancel(home.member(0), soldOutTo);
        offers.offer(cycle);
        var offered = book.of(home.member(1), null, 5).getFirst().code();

        cancelling.cancel(home.member(1), offered);
        await().untilAsserted(() -> assertThat(wishes.of(cycle))
                .filteredOn(it -> it.member().equals(home.member(1)))
                .singleElement()
                .extracting(WaitingWish::status)
                .isEqualTo(WaitingStatus.PASSED));
        offers.offer(cycle);

        assertThat(standing(2)).extracting(WaitingWish::status).isEqualTo(WaitingStatus.OFFERED);
    }

    @Test
    @DisplayName("Twelve sweeps at once offer two pieces to two people, and none to the third")
    void twoPiecesGoToTwoPeople() {
        waits(1, 1);
        waits(2, 1);
        waits(3, 1);
        cancelling.cancel(home.member(0), soldOutTo);
        var sweeps = IntStream.range(0, 12)
                .mapToObj(it -> Together.act(() -> offers.offer(cycle)))
                .toList();
        assertThat(Together.run(sweeps)).allMatch(Together.Outcome::succeeded);
        assertThat(wishes.of(cycle))
                .extracting(WaitingWish::status)
                .containsExactly(WaitingStatus.OFFERED, WaitingStatus.OFFERED, WaitingStatus.WAITING);
    }

    @Test
    @DisplayName("R-21 pieces that come free are offered to those in line first, whoever orders at that moment")
    void whoeverWaitsComesFirst() {
        for (int round = 0; round < 5; round++) {
            waits(1, 2);
            var given = soldOutTo;
            var acts = new ArrayList<>(List.of(Together.act(() -> cancelling.cancel(home.member(0), given))));
            IntStream.range(0, 8).forEach(it -> acts.add(Together.act(() -> orders(2 + it % 2, 1))));
            assertThat(Together.run(acts).getFirst().succeeded()).isTrue();
            assertThat(late.rooms(now()).getFirst().pieces())
                    .as("nobody else took any")
                    .isEqualTo(2);
            offers.offer(cycle);
            var offered = book.of(home.member(1), null, 1).getFirst();
            assertThat(offered.pieces()).isEqualTo(2);
            // the next round begins with the eggs sold out to the first again
            cancelling.cancel(home.member(1), offered.code());
            await().until(() -> wishes.of(cycle, home.member(1)).isEmpty());
            soldOutTo = orders(0, 2);
        }
    }

    @Test
    @DisplayName(
            "what nobody in line wants can be ordered at once, and whoever leaves the line keeps nothing from others")
    void whatNobodyInLineWantsIsFree() {
        waits(1, 1);
        cancelling.cancel(home.member(0), soldOutTo);
        assertThat(cycles.products(cycle).getFirst().left()).isOne();
        orders(2, 1);
        assertThat(cycles.products(cycle).getFirst().isSoldOut()).isTrue();
        assertThatExceptionOfType(CannotOrder.class)
                .isThrownBy(() -> orders(3, 1))
                .satisfies(it -> assertThat(it.getType()).isEqualTo("cycle-others-wait"));

        waiting.leave(home.member(1), cycle.code(), standing(1).id());
        assertThatNoException().isThrownBy(() -> orders(3, 1));
    }

    @Test
    void inTheLastMinutesNobodyIsOfferedAnythingSoNothingIsKept() {
        waits(1, 2);
        cancelling.cancel(home.member(0), soldOutTo);
        jdbc.sql("update order_cycle set cut_off = now() + interval '4 minutes' where id = ?")
                .param(cycle.id())
                .update();
        offers.offer(now());
        assertThatNoException().isThrownBy(() -> orders(2, 2));
    }

    @Test
    void afterTheCutOffOnlyWhatTheLeaderOpensIsOffered() {
        closes();
        waits(1, 2);
        offers.offer(now());
        assertThat(standing(1)).extracting(WaitingWish::status).isEqualTo(WaitingStatus.WAITING);

        late.open(home.leader(), cycle.code(), eggs.id(), 1);
        offers.offer(now());
        var order = book.of(home.member(1), null, 5).getFirst();
        assertThat(order.pieces()).isEqualTo(1);
        till.pay(home, home.member(1), order.code());

        assertThat(till.statusOf(order.code())).isEqualTo(OrderStatus.CONFIRMED);
        await().untilAsserted(() ->
                assertThat(wishes.of(cycle)).extracting(WaitingWish::status).containsExactly(WaitingStatus.TAKEN));
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> late.open(home.leader(), cycle.code(), eggs.id(), 0));
    }

    @Test
    void latePiecesNobodyPaidForAreFreeAgain() {
        closes();
        late.open(home.leader(), cycle.code(), eggs.id(), 1);
        waits(1, 1);
        offers.offer(now());
        cancelling.cancel(
                home.member(1), book.of(home.member(1), null, 5).getFirst().code());
        assertThat(late.rooms(now())).singleElement().satisfies(room -> {
            assertThat(room.taken()).isZero();
            assertThat(room.pieces()).isEqualTo(1);
        });
    }

    @Test
    @DisplayName("Nobody waits for a cycle that is over, and no sweep looks at it again")
    void nobodyWaitsForACycleThatIsOver() {
        waits(1, 1);
        closes();
        jdbc.sql("update order_cycle set status = 'ARRIVED', arrived_at = now() where id = ?")
                .param(cycle.id())
                .update();
        jdbc.sql("update order_cycle set status = 'DONE', done_at = now() where id = ?")
                .param(cycle.id())
                .update();
        offers.sweep();
        assertThat(wishes.of(cycle, home.member(1))).isEmpty();
        assertThat(wishes.lines()).extracting(WaitingWishes.Line::cycle).doesNotContain(cycle.id());
    }

    @Test
    void beforeTheCutOffNothingIsOpenedForLateComers() {
        assertThatExceptionOfType(CannotOrder.class)
                .isThrownBy(() -> late.open(home.leader(), cycle.code(), eggs.id(), 1));
    }

    @Test
    void nobodyStandsInALineTwiceOrForWhatIsStillThere() {
        waits(1, 1);
        assertThatExceptionOfType(CannotWait.class).isThrownBy(() -> waits(1, 2));
        cancelling.cancel(home.member(0), soldOutTo);
        assertThatExceptionOfType(CannotWait.class).isThrownBy(() -> waits(2, 1));
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> waits(2, 0));
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> waits(2, 100));
    }

    @Test
    @DisplayName("I-C8 the database refuses more late pieces than were opened")
    void theDatabaseRefusesMore() {
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> jdbc.sql("update cycle_product set late_taken = 1 where id = ?")
                        .param(eggs.id())
                        .update());
    }

    private Code orders(int member, int pieces) {
        var wish = new CycleOrdering.Wish(Map.of(eggs.id(), pieces), Door.of("86", "80" + member), "");
        return ordering.order(home.member(member), cycle.code(), wish).code();
    }

    private void waits(int member, int pieces) {
        waiting.join(home.member(member), cycle.code(), eggs.id(), pieces, null);
    }

    private WaitingWish standing(int member) {
        return wishes.of(cycle, home.member(member)).getFirst();
    }

    /** The first order is paid and the cut-off has come. */
    private void closes() {
        till.pay(home, home.member(0), soldOutTo);
        jdbc.sql("update order_cycle set cut_off = now() - interval '20 minutes' where id = ?")
                .param(cycle.id())
                .update();
        jobs.run("cycle-sweep");
        await().untilAsserted(() -> assertThat(now().status().isOnItsWay()).isTrue());
    }

    private CycleCard now() {
        return cycles.byCode(cycle.code());
    }
}
