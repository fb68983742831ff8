package tuanju.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Till;
import tuanju.address.Door;
import tuanju.audit.AuditTrail;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePlan;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.PickupPlace;
import tuanju.cycle.ordering.CycleOrdering;
import tuanju.cycle.planning.CycleOpening;
import tuanju.money.Money;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.order.aftersale.AdjustmentKind;
import tuanju.order.aftersale.Allowance;
import tuanju.order.aftersale.Allowances;
import tuanju.order.aftersale.CalledOff;
import tuanju.order.aftersale.LineKeep;
import tuanju.order.fulfilment.Handover;

@ModuleTest
@DisplayName("A leader's scorecard")
class ScorecardsTest {

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    CycleOpening opening;

    @Autowired
    CycleOrdering ordering;

    @Autowired
    OrderCycles cycles;

    @Autowired
    Till till;

    @Autowired
    Handover handover;

    @Autowired
    Allowances allowances;

    @Autowired
    CalledOff calledOff;

    @Autowired
    Scorecards scorecards;

    @Autowired
    LeaderAnswers answers;

    @Autowired
    AuditTrail audit;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Neighbourhood home;
    private CycleCard cycle;

    @BeforeEach
    void open() {
        home = neighbourhoods.found(1);
        var eggs = new CyclePlan.Item(null, "鸡蛋", "30枚", null, Money.ofYuan("29.90"), null);
        var now = Instant.now();
        cycle = opening.open(
                home.leader(),
                home.id(),
                new CyclePlan(
                        "周一鸡蛋",
                        List.of(eggs),
                        now.minusSeconds(1),
                        now.plus(Duration.ofHours(5)),
                        PickupPlace.of(home.point()),
                        now.plus(Duration.ofHours(20)),
                        now.plus(Duration.ofHours(30))));
    }

    @Test
    void isHiddenWhileThereAreFewOrders() {
        handOver(paid(2));
        pickupIsOver();

        var card = scorecards.of(home.id(), home.leader());

        assertThat(card.orders()).isOne();
        assertThat(card.isShown()).isFalse();
        assertThat(card.missing()).isEqualTo(19);
    }

    @Test
    void countsWhatCameOnTimeWhatWasShortAndWhatWasComplainedAbout() {
        var first = paid(2);
        var second = paid(3);
        paid(1);
        handOver(first);
        transaction.executeWithoutResult(status -> allowances.give(
                home.id(),
                idOf(first),
                new Allowance(AdjustmentKind.DAMAGED, "鸡蛋", "30枚", Money.ofYuan("4.20"), "damaged-at-pickup", "box"),
                new OrderChange(null, "damaged-at-pickup")));
        transaction.executeWithoutResult(status -> calledOff.some(
                home.id(),
                idOf(second),
                List.of(new LineKeep(AdjustmentKind.SHORT, "鸡蛋", "30枚", 2, "short-equal-share")),
                new OrderChange(null, "short-equal-share"),
                "short"));
        pickupIsOver();

        var card = scorecards.of(home.id(), home.leader());

        assertThat(card.orders()).isEqualTo(3);
        assertThat(card.onTime()).isEqualTo(new Proportion(1, 1));
        assertThat(card.cut()).isEqualTo(new Proportion(1, 6));
        assertThat(card.complained()).isEqualTo(new Proportion(1, 3));
    }

    @Test
    void whoComesLateDoesNotMakeTheirLeaderLate() {
        var order = paid(1);
        pickupIsOver();
        jdbc.sql("update order_cycle set arrived_at = now() - interval '3 days' where id = ?")
                .param(cycle.id())
                .update();
        handOver(order);

        assertThat(scorecards.of(home.id(), home.leader()).onTime()).isEqualTo(new Proportion(1, 1));
    }

    @Test
    void goodsThatCameAfterTheAnnouncedTimeAreLate() {
        paid(1);
        pickupIsOver();
        jdbc.sql("update order_cycle set arrived_at = now() where id = ?")
                .param(cycle.id())
                .update();

        assertThat(scorecards.of(home.id(), home.leader()).onTime()).isEqualTo(new Proportion(0, 1));
    }

    @Test
    void theLeaderAnswersAndItIsWrittenDown() {
        answers.write(home.leader(), home.id(), " 周二货车坏了 ");
        answers.write(home.leader(), home.id(), "周二货车坏了，第二天补到");

        assertThat(answers.of(home.id(), home.leader())).contains("周二货车坏了，第二天补到");
        assertThat(audit.about("community " + home.id().value(), 10))
                .filteredOn(entry -> entry.action().equals("scorecard.answered"))
                .hasSize(2);
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> answers.write(home.leader(), home.id(), "长".repeat(301)));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> answers.write(home.member(0), home.id(), "我也说一句"));
    }

    private void pickupIsOver() {
        jdbc.sql("update orders set pickup_from = now() - interval '2 days', pickup_until = now() - interval '1 day'"
                        + ", collected_at = collected_at - interval '36 hours' where source_id = ?")
                .param(cycle.id())
                .update();
    }

    private void handOver(Code order) {
        handover.collect(home.id(), idOf(order), home.leader());
    }

    private Code paid(int pieces) {
        var product = cycles.products(cycle).getFirst().id();
        var wish = new CycleOrdering.Wish(Map.of(product, pieces), Door.of("86", "501"), "");
        var order = ordering.order(home.member(0), cycle.code(), wish).code();
        till.pay(home, home.member(0), order);
        return order;
    }

    private OrderId idOf(Code order) {
        return new OrderId(till.idOf(order));
    }
}
