package tuanju.weighing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Till;
import support.Together;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.cycle.ByWeight;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePlan;
import tuanju.cycle.CycleRound;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.ProductTerms;
import tuanju.invariant.Invariants;
import tuanju.money.Money;
import tuanju.order.OrderId;
import tuanju.order.book.OrderBook;
import tuanju.order.fulfilment.Handover;

/** Chickens of about 1.5 kg at ¥18.80 per 500 g, paid at ¥62.04 for the heaviest, and what the scale says. */
@ModuleTest
class WeighingTest {

    private static final long TOP_FEN = 62_04;

    @Autowired
    Weighing weighing;

    @Autowired
    WeighingSettling settling;

    @Autowired
    CycleRound round;

    @Autowired
    OrderCycles cycles;

    @Autowired
    OrderBook book;

    @Autowired
    Handover handover;

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    Till till;

    @Autowired
    Invariants invariants;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Neighbourhood home;
    private CycleCard cycle;
    private List<Code> orders;

    @BeforeEach
    void order() {
        home = neighbourhoods.found(2);
        var chicken = new ProductTerms(1, null, new ByWeight(1500, 10, Money.ofFen(18_80)));
        var open = round.open(home, null, new CyclePlan.Item(null, "土鸡", "约1.5kg", null, Money.ZERO, null, chicken));
        orders = List.of(round.paid(home, open, 0, 1), round.paid(home, open, 1, 2));
        round.letTheCutOffCome(open);
        round.decide(open);
        cycle = cycles.byCode(open.code());
    }

    @AfterEach
    void everythingAddsUp() {
        assertThat(invariants.violations())
                .filteredOn(it -> it.claim().matches("I-(W|R|C|L13|L12|S).*"))
                .isEmpty();
    }

    @Test
    void theHeaviestIsPaidForAtOrdering() {
        assertThat(book.card(home.member(0), orders.get(0)).amount()).isEqualTo(Money.ofFen(TOP_FEN));
        assertThat(cycles.products(cycle).getFirst().price()).isEqualTo(Money.ofFen(TOP_FEN));
    }

    @Test
    @DisplayName("I-W1 what it weighs less goes back, once")
    void whatItWeighsLessGoesBack() {
        weigh(0, 1480);
        weigh(1, 3300);
        settle();
        settle();

        assertThat(till.refundedFen(orders.get(0))).isEqualTo(TOP_FEN - 55_64);
        assertThat(till.refundedFen(orders.get(1))).isZero();
        assertThat(line(0).isSettled()).isTrue();
        assertThat(book.detail(home.member(0), orders.get(0)).allowances())
                .singleElement()
                .satisfies(it -> assertThat(it.cause()).isEqualTo("weighed"));
    }

    @Test
    void whatItWeighsMoreIsNeverAskedFor() {
        weighing.weigh(home.leader(), cycle, key(0), 2000, true);
        settle();

        assertThat(line(0).isTooHeavy()).isTrue();
        assertThat(till.refundedFen(orders.get(0))).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 148, 15_000, Integer.MAX_VALUE})
    void aSlipOfTheFingerIsRefusedBesideItsField(int grams) {
        assertThatThrownBy(() -> weigh(0, grams))
                .isInstanceOfSatisfying(
                        Invalid.class, it -> assertThat(it.getField()).isEqualTo("grams"));
    }

    @Test
    void aWeightIsCorrectedUntilTheDifferenceGoesBack() {
        weigh(0, 1600);
        weigh(0, 1500);
        settle();

        assertThat(till.refundedFen(orders.get(0))).isEqualTo(TOP_FEN - 56_40);
        assertThatThrownBy(() -> weigh(0, 1400)).isInstanceOf(CannotWeigh.class).hasMessage("weighing-settled");
        assertThatThrownBy(() -> jdbc.sql("update weighed_line set grams = 1400 where cycle_id = ?")
                        .param(cycle.id())
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void nothingIsWeighedWhileOrdersAreTaken() {
        var open = round.open(home, null, CycleRound.eggs(10_00));

        assertThatThrownBy(() -> weighing.weigh(
                        home.leader(), open, new WeighedRows.Key(UUID.randomUUID(), UUID.randomUUID()), 1500, false))
                .hasMessage("weighing-not-now");
    }

    @Test
    void aBagThatIsHandedOverIsPaidBackToo() {
        weigh(0, 1480);
        handover.collect(home.id(), new OrderId(till.idOf(orders.get(0))), home.leader());
        settle();

        assertThat(till.refundedFen(orders.get(0))).isEqualTo(TOP_FEN - 55_64);
    }

    @Test
    @DisplayName("R two who settle at the same moment pay back once")
    void twoWhoSettleAtOncePayBackOnce() {
        weigh(0, 1480);
        Callable<Integer> settle = () -> weighing.settle(home.leader(), cycle);
        var outcomes = Together.run(List.of(settle, settle, settle));
        Together.run(List.of(Together.act(this::runTasks), Together.act(this::runTasks)));

        assertThat(outcomes).allMatch(Together.Outcome::succeeded);
        assertThat(outcomes.stream()
                        .mapToInt(it -> it.value() == null ? 0 : it.value())
                        .sum())
                .isEqualTo(1);
        assertThat(till.refundedFen(orders.get(0))).isEqualTo(TOP_FEN - 55_64);
    }

    @Test
    void aPaybackThatIsNotOnTheLineIsSeen() {
        weigh(0, 1480);
        settle();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("update weighed_line set refund_fen = refund_fen + 1 where community_id = ?")
                    .param(home.id().value())
                    .update();
            assertThat(invariants.violations())
                    .anyMatch(violation -> violation.claim().startsWith("I-W1"));
            status.setRollbackOnly();
        });
    }

    private void weigh(int member, int grams) {
        weighing.weigh(home.leader(), cycle, key(member), grams, false);
    }

    private WeighedLine line(int member) {
        return weighing.line(cycle, key(member));
    }

    private WeighedRows.Key key(int member) {
        return new WeighedRows.Key(
                till.idOf(orders.get(member)), cycles.products(cycle).getFirst().id());
    }

    private void settle() {
        weighing.settle(home.leader(), cycle);
        runTasks();
    }

    /** Runs the task of every order, as the scheduler would; it may be doing so itself. */
    private void runTasks() {
        orders.forEach(it -> settling.settle(home.id(), cycle.id(), new OrderId(till.idOf(it))));
    }
}
