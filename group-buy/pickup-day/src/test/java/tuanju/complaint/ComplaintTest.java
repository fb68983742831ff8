package tuanju.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
import tuanju.complaint.ComplaintRows.Decision;
import tuanju.database.Ids;
import tuanju.desk.Desk;
import tuanju.desk.Desks;
import tuanju.desk.LookingAtDesks;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.aftersale.Allowances;
import tuanju.order.life.PlacedOrder;
import tuanju.pickup.PickupNeighbourhood;
import tuanju.pickup.PickupNeighbourhood.Cycle;
import tuanju.pickup.PickupNeighbourhood.Led;
import tuanju.pickup.PickupNeighbourhood.Wish;

@ModuleTest
class ComplaintTest {

    private static final String PHOTO = "art:grapes";

    @Autowired
    PickupNeighbourhood neighbourhood;

    @Autowired
    Desks desks;

    @Autowired
    LookingAtDesks looking;

    @Autowired
    Complaining complaining;

    @Autowired
    Complaints complaints;

    @Autowired
    ComplaintRemarks remarks;

    @Autowired
    Allowances allowances;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    private Led led;
    private Cycle cycle;
    private Desk desk;
    private MemberId operator;

    @BeforeEach
    void openADesk() {
        led = neighbourhood.found();
        cycle = neighbourhood.cycle(led);
        desk = desks.ofCycle(led.leader(), cycle.code());
        operator = neighbourhood.signUp("运营");
    }

    @Test
    void withinTheAllowanceItGoesBackAtOnceAndTheBuyerReadsIt() {
        var order = order(1);

        var given = report(order, "4.20", PHOTO);

        assertThat(given.status()).isEqualTo(ComplaintStatus.GIVEN);
        assertThat(given.byLeader()).isTrue();
        assertThat(allowances.of(led.community().id(), order.id()))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.amount()).isEqualTo(Money.ofYuan("4.20"));
                    assertThat(it.cause()).isEqualTo("damaged-at-pickup");
                });
        assertThat(remarks.about(led.community().id(), order.id()))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.key()).isEqualTo("complaint.remark.DAMAGED.GIVEN");
                    assertThat(it.arguments()).contains("¥4.20");
                    assertThat(it.picture()).isNotNull();
                });
        assertThat(left(order)).isEqualTo(Money.ofYuan("45.80"));
        Invariants.check(jdbc);
    }

    @Test
    void withoutAnAmountThePriceOfThePiecesGoesBack() {
        var order = order(40);

        assertThat(report(order, null, PHOTO).given()).isEqualTo(Money.ofYuan("80.00"));
    }

    @Test
    void theAllowanceIsAShareOfTheCycleAndFiftyYuanAtLeast() {
        var small = order(1);
        assertThat(left(small)).isEqualTo(Money.ofYuan("50.00"));

        order(40);

        assertThat(left(small)).isEqualTo(Money.ofYuan("170.28"));
    }

    @Test
    void aboveTheAllowanceTheOperatorDecides() {
        var order = order(1);

        var asked = report(order, "50.01", PHOTO);

        assertThat(asked.status()).isEqualTo(ComplaintStatus.WAITING);
        assertThat(allowances.of(led.community().id(), order.id())).isEmpty();
        assertThatThrownBy(() -> decide(asked, "30.00", "")).isInstanceOf(Invalid.class);
        var decided = decide(asked, "30.00", "半箱还能吃");
        assertThat(decided.given()).isEqualTo(Money.ofYuan("30.00"));
        assertThat(decided.byLeader()).isFalse();
        assertThat(remarks.about(led.community().id(), order.id()).getFirst().more())
                .isEqualTo("半箱还能吃");
        assertThat(left(order)).isEqualTo(Money.ofYuan("50.00"));
        Invariants.check(jdbc);
    }

    @Test
    void aDeclineNeedsASentenceAndGivesNothing() {
        var asked = report(order(1), "60", PHOTO);

        assertThatThrownBy(() -> decide(asked, "0", " ")).isInstanceOf(Invalid.class);
        assertThat(decide(asked, "0", "照片上是别的商品").status()).isEqualTo(ComplaintStatus.DECLINED);
        assertThatThrownBy(() -> decide(asked, "60", "")).isInstanceOf(AlreadyDecided.class);
        Invariants.check(jdbc);
    }

    @Test
    @DisplayName("I-A1 of two decisions at once one counts")
    void twoDecisionsAtOnceAreOne() throws Exception {
        var order = order(1);
        var asked = report(order, "60", PHOTO);

        var won = atOnce(6, turn -> decide(asked, turn % 2 == 0 ? "60" : "20", "看过照片"));

        assertThat(won).isEqualTo(1);
        assertThat(allowances.of(led.community().id(), order.id())).hasSize(1);
        Invariants.check(jdbc);
    }

    @Test
    @DisplayName("I-A3 eight phones at once never overspend the leader's allowance")
    void theAllowanceIsNeverOverspent() throws Exception {
        var orders = IntStream.range(0, 8).mapToObj(room -> order(1)).toList();

        atOnce(8, turn -> report(orders.get(turn), "20", PHOTO));

        var figures = complaints.of(led.community().id(), List.of(cycle.id())).get(cycle.id());
        assertThat(figures.count()).isEqualTo(8);
        assertThat(figures.orders()).isEqualTo(8);
        assertThat(figures.given().plus(left(orders.getFirst()))).isEqualTo(Money.ofYuan("50.00"));
        assertThat(figures.waiting()).isEqualTo(6);
        Invariants.check(jdbc);
    }

    @Test
    void neverMoreThanTheLineCost() {
        order(40);
        var order = order(1);
        report(order, "50", PHOTO);

        assertThatThrownBy(() -> report(order, "30.01", PHOTO)).isInstanceOf(Invalid.class);
        assertThat(left(order)).isEqualTo(Money.ofYuan("120.28"));
    }

    @Test
    void whatIsDamagedIsShown() {
        var order = order(1);

        assertThatThrownBy(() -> report(order, "4.20", null)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> plant(order, "DAMAGED", "WAITING"))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("complaint_shown");
    }

    @Test
    @DisplayName("I-A1 a complaint given without money going back is found")
    void aPlantedGiftIsFound() {
        var order = order(1);

        transaction.executeWithoutResult(status -> {
            plant(order, "SHORT", "GIVEN");
            assertThatThrownBy(() -> Invariants.check(jdbc)).hasMessageContaining("I-A1");
            status.setRollbackOnly();
        });
    }

    private void plant(PlacedOrder order, String kind, String status) {
        jdbc.sql("""
                        insert into complaint (community_id, id, order_id, order_code, product_name, spec, kind, pieces,
                            asked_fen, reported_by, status, given_fen, decided_by, decided_at)
                        values (:community, :id, :order, :code, '西瓜', '', :kind, 1, 500, :by, :status,
                            case when :status = 'GIVEN' then 500 else 0 end,
                            case when :status = 'GIVEN' then cast(:by as uuid) end,
                            case when :status = 'GIVEN' then now() end)
                        """)
                .param("community", led.community().id().value())
                .param("id", Ids.next())
                .param("order", order.id().value())
                .param("code", order.code().value())
                .param("kind", kind)
                .param("by", led.leader().value())
                .param("status", status)
                .update();
    }

    private interface Turn {
        void take(int turn) throws Exception;
    }

    private static long atOnce(int people, Turn turn) throws Exception {
        var start = new CyclicBarrier(people);
        try (var pool = Executors.newFixedThreadPool(people)) {
            var tries = IntStream.range(0, people)
                    .mapToObj(number -> pool.submit((Callable<Boolean>) () -> {
                        start.await(Patience.SECONDS, TimeUnit.SECONDS);
                        try {
                            turn.take(number);
                            return true;
                        } catch (AlreadyDecided late) {
                            return false;
                        }
                    }))
                    .toList();
            long won = 0;
            for (var one : tries) {
                won += one.get(Patience.SECONDS, TimeUnit.SECONDS) ? 1 : 0;
            }
            return won;
        }
    }

    private ComplaintCard decide(ComplaintCard complaint, String yuan, String answer) {
        return complaining.decide(
                complaint.community(), complaint.id(), new Decision(Money.ofYuan(yuan), answer.strip(), operator));
    }

    private ComplaintCard report(PlacedOrder order, @Nullable String yuan, @Nullable String photo) {
        var bag = looking.household(desk, order.code().value());
        var of = bag.orders().stream()
                .filter(it -> it.id().equals(order.id().value()))
                .findFirst()
                .orElseThrow();
        var line = of.lines().getFirst();
        return complaining.report(
                desk, new Report(of, line, ComplaintKind.DAMAGED, 1, Report.amount(yuan), "压烂了", photo));
    }

    private Money left(PlacedOrder order) {
        return complaining.left(desk, order.id().value()).left();
    }

    private PlacedOrder order(int melons) {
        var room = UUID.randomUUID().toString().substring(0, 4);
        return neighbourhood.order(cycle, new Wish("86", room, "马仁毅", melons)).getFirst();
    }
}
