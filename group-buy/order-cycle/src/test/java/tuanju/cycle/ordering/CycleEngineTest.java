package tuanju.cycle.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tuanju.cycle.Minimum.Kind.CASES;
import static tuanju.cycle.Minimum.Kind.MONEY;
import static tuanju.cycle.Minimum.Kind.ORDERS;
import static tuanju.cycle.Minimum.Kind.PIECES;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Till;
import support.Together;
import tuanju.community.Code;
import tuanju.cycle.Allocation;
import tuanju.cycle.CannotChangeCycle;
import tuanju.cycle.CannotOrder;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.cycle.CycleStatus;
import tuanju.cycle.Minimum;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.ProductTerms;
import tuanju.cycle.closing.CycleClosing;
import tuanju.cycle.closing.CycleExtending;
import tuanju.invariant.Invariants;
import tuanju.order.OrderStatus;
import tuanju.order.book.OrderBook;

/** What becomes of a cycle and its orders when its time comes, with real payments and refunds. */
@ModuleTest
class CycleEngineTest {

    @Autowired
    CycleRound round;

    @Autowired
    CycleExtending extending;

    @Autowired
    CycleClosing closing;

    @Autowired
    OrderCycles cycles;

    @Autowired
    BoughtPieces bought;

    @Autowired
    OrderBook book;

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    Till till;

    @Autowired
    Invariants invariants;

    @Autowired
    JdbcClient jdbc;

    private Neighbourhood home;

    @BeforeEach
    void settle() {
        home = neighbourhoods.found(6);
    }

    @AfterEach
    void everythingAddsUp() {
        assertThat(invariants.violations())
                .filteredOn(it -> it.claim().matches("I-(C|L13|L12|S).*"))
                .isEmpty();
    }

    @Test
    void closesAndConfirmsEverybodyWhenItsMinimumIsPaidFor() {
        var cycle = round.open(home, new Minimum(MONEY, 100_00), CycleRound.eggs(50_00));
        var first = round.paid(home, cycle, 0, 1);
        var second = round.paid(home, cycle, 1, 1);
        assertThat(till.statusOf(first)).isEqualTo(OrderStatus.PAID);

        round.letTheCutOffCome(cycle);
        round.decide(cycle);

        assertThat(status(cycle)).isEqualTo(CycleStatus.CLOSED);
        assertThat(Stream.of(first, second).map(till::statusOf)).containsOnly(OrderStatus.CONFIRMED);
    }

    @ParameterizedTest
    @EnumSource(Minimum.Kind.class)
    void countsMoneyOrdersPiecesAndCases(Minimum.Kind kind) {
        long enough = kind == MONEY ? 200_00 : kind == ORDERS ? 2 : kind == PIECES ? 8 : 2;
        var reached = round.open(home, new Minimum(kind, enough), CycleRound.cased(25_00, 4));
        var missed = round.open(home, new Minimum(kind, enough + 1), CycleRound.cased(25_00, 4));
        for (var cycle : List.of(reached, missed)) {
            round.paid(home, cycle, 0, 5);
            round.paid(home, cycle, 1, 3);
            round.letTheCutOffCome(cycle);
            round.decide(cycle);
        }

        assertThat(status(reached)).isEqualTo(CycleStatus.CLOSED);
        assertThat(cycles.byCode(missed.code()).waitsForItsLeader()).isTrue();
    }

    @Test
    void countsOnlyWhatIsPaid() {
        var cycle = round.open(home, new Minimum(ORDERS, 2), CycleRound.eggs(50_00));
        round.paid(home, cycle, 0, 1);
        round.placed(home, cycle, 1, 1);

        round.letTheCutOffCome(cycle);
        round.decide(cycle);

        assertThat(cycles.byCode(cycle.code()).waitsForItsLeader()).isTrue();
    }

    @Test
    void waitsAQuarterOfAnHourForWhoOrderedInTime() {
        var cycle = round.open(home, new Minimum(ORDERS, 2), CycleRound.eggs(50_00));
        round.paid(home, cycle, 0, 1);
        var late = round.placed(home, cycle, 1, 1);
        round.letTheCutOffComeJustNow(cycle);
        round.decide(cycle);
        assertThat(cycles.byCode(cycle.code()).turns().decideBy()).isNull();

        till.pay(home, home.member(1), late);
        round.decide(cycle);

        assertThat(status(cycle)).isEqualTo(CycleStatus.CLOSED);
        assertThat(till.statusOf(late)).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void lapsesWhenItsLeaderDoesNotExtendAndGivesEverybodyTheirMoneyBack() {
        var cycle = round.open(home, new Minimum(ORDERS, 5), CycleRound.eggs(50_00));
        var paid = List.of(round.paid(home, cycle, 0, 1), round.paid(home, cycle, 1, 2));
        round.letTheCutOffCome(cycle);
        round.decide(cycle);

        round.letTheDecisionPass(cycle);
        round.decide(cycle);
        round.settleAll(cycle);

        assertThat(status(cycle)).isEqualTo(CycleStatus.LAPSED);
        assertThat(paid.stream().map(till::standingOf))
                .containsExactly(
                        new Till.Standing(OrderStatus.REFUNDED, 50_00),
                        new Till.Standing(OrderStatus.REFUNDED, 100_00));
    }

    @Test
    void isExtendedOnceAndPickupMovesOnlyWhereItMust() {
        var cycle = round.open(home, new Minimum(ORDERS, 2), CycleRound.eggs(50_00));
        assertThatThrownBy(() -> extending.extend(home.leader(), cycle)).isInstanceOf(CannotChangeCycle.class);
        var first = round.paid(home, cycle, 0, 1);
        round.letTheCutOffCome(cycle);
        round.decide(cycle);
        var before = cycles.byCode(cycle.code());

        var later = extending.extend(home.leader(), cycle);

        assertThat(later.cutOff()).isEqualTo(before.cutOff().plusSeconds(86_400));
        assertThat(later.pickupFrom()).isEqualTo(before.pickupFrom().plusSeconds(86_400));
        assertThat(book.detail(home.member(0), first).pickup().from()).isEqualTo(later.pickupFrom());
        assertThatThrownBy(() -> extending.extend(home.leader(), cycle)).isInstanceOf(CannotChangeCycle.class);
        round.letTheCutOffCome(later);
        round.decide(later);
        round.settleAll(later);
        assertThat(status(cycle)).isEqualTo(CycleStatus.LAPSED);
        assertThat(till.refundedFen(first)).isEqualTo(50_00);
    }

    @Test
    void leavesOutAProductThatIsShortOfItsOwnMinimum() {
        var cycle = round.open(
                home,
                null,
                CycleRound.eggs(50_00),
                CycleRound.pears(20_00, new ProductTerms(1, new Minimum(PIECES, 5))));
        var both = round.paid(home, cycle, 0, 1, 3);
        var pearsOnly = round.paid(home, cycle, 1, 0, 1);

        round.letTheCutOffCome(cycle);
        round.decide(cycle);
        round.settleAll(cycle);

        assertThat(till.standingOf(both)).isEqualTo(new Till.Standing(OrderStatus.CONFIRMED, 60_00));
        assertThat(till.standingOf(pearsOnly)).isEqualTo(new Till.Standing(OrderStatus.REFUNDED, 20_00));
        assertThat(book.detail(home.member(0), both).lines()).hasSize(1);
    }

    @Test
    void fillsCasesFromTolerancesAndGivesBackWhatWasNotNeeded() {
        var cycle = round.open(home, new Minimum(CASES, 1), CycleRound.cased(10_00, 4));
        var willing = round.paidUpTo(home, cycle, 0, 1, 4);
        var exact = round.paid(home, cycle, 1, 2);

        round.letTheCutOffCome(cycle);
        round.decide(cycle);
        round.settleAll(cycle);

        assertThat(till.standingOf(willing)).isEqualTo(new Till.Standing(OrderStatus.CONFIRMED, 20_00));
        assertThat(till.standingOf(exact)).isEqualTo(new Till.Standing(OrderStatus.CONFIRMED, 0));
        assertThat(book.detail(home.member(0), willing).changes())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.was()).isEqualTo(4);
                    assertThat(change.becomes()).isEqualTo(2);
                    assertThat(change.cause()).isEqualTo(Allocation.TOLERANCE_NOT_NEEDED);
                });
    }

    @Test
    void cutsWhatFillsNoCaseFromTheLastAndSaysWhy() {
        var cycle = round.open(home, null, CycleRound.cased(10_00, 4));
        var first = round.paid(home, cycle, 0, 3);
        var second = round.paid(home, cycle, 1, 2);
        var third = round.paid(home, cycle, 2, 1);

        round.letTheCutOffCome(cycle);
        round.decide(cycle);
        round.settleAll(cycle);

        assertThat(till.standingOf(first)).isEqualTo(new Till.Standing(OrderStatus.CONFIRMED, 0));
        assertThat(till.standingOf(second)).isEqualTo(new Till.Standing(OrderStatus.CONFIRMED, 10_00));
        assertThat(till.standingOf(third)).isEqualTo(new Till.Standing(OrderStatus.REFUNDED, 10_00));
        assertThat(book.detail(home.member(2), third).timeline().getLast().cause())
                .isEqualTo(Allocation.CASE_NOT_FULL);
    }

    @Test
    void takesInBoxfillOnlyWhatFillsTheOpenCase() {
        var cycle =
                round.openWithBoxfill(home, CycleRound.cased(10_00, 4), CycleRound.pears(20_00, ProductTerms.LOOSE));
        round.paid(home, cycle, 0, 3, 1);
        round.letTheCutOffCome(cycle);
        round.decide(cycle);
        assertThat(status(cycle)).isEqualTo(CycleStatus.BOXFILL);

        assertThatThrownBy(() -> round.placed(home, cycle, 1, 2, 0)).isInstanceOf(CannotOrder.class);
        assertThatThrownBy(() -> round.placed(home, cycle, 1, 0, 1)).isInstanceOf(CannotOrder.class);
        assertThatThrownBy(() -> round.keep(home, cycle, 0, round.orderOf(home, 0), 1, 1))
                .isInstanceOf(CannotOrder.class);
        var filler = round.paid(home, cycle, 1, 1);
        round.letBoxfillEnd(cycle);
        round.decide(cycle);

        assertThat(status(cycle)).isEqualTo(CycleStatus.CLOSED);
        assertThat(till.statusOf(filler)).isEqualTo(OrderStatus.CONFIRMED);
        assertThatThrownBy(() -> round.placed(home, cycle, 2, 1, 0)).isInstanceOf(CannotOrder.class);
    }

    @Test
    void skipsBoxfillWhereEveryCaseIsFull() {
        var cycle = round.openWithBoxfill(home, CycleRound.cased(10_00, 4));
        round.paid(home, cycle, 0, 4);
        round.letTheCutOffCome(cycle);
        round.decide(cycle);

        assertThat(status(cycle)).isEqualTo(CycleStatus.CLOSED);
    }

    @Test
    @DisplayName("two who both want the last place of an open case: one has it")
    void givesTheLastPlaceOfACaseOnce() {
        var cycle = round.openWithBoxfill(home, CycleRound.cased(10_00, 4));
        round.paid(home, cycle, 0, 3);
        round.letTheCutOffCome(cycle);
        round.decide(cycle);
        assertThat(status(cycle)).isEqualTo(CycleStatus.BOXFILL);

        var outcomes = Together.<Code>run(List.of(
                () -> round.placed(home, cycle, 1, 1),
                () -> round.placed(home, cycle, 2, 1),
                () -> round.placed(home, cycle, 3, 1)));

        assertThat(outcomes)
                .filteredOn(Together.Outcome::succeeded)
                .as("%s", outcomes)
                .hasSize(1);
    }

    @Test
    void moneyThatComesAfterTheDecisionGoesBack() {
        var cycle = round.open(home, null, CycleRound.cased(10_00, 4));
        round.paid(home, cycle, 0, 4);
        var late = round.placed(home, cycle, 1, 4);
        till.open(home.member(1), late);
        round.letTheCutOffCome(cycle);
        round.decide(cycle);

        till.receive(home.id(), late, home.leader());

        assertThat(till.standingOf(late)).isEqualTo(new Till.Standing(OrderStatus.CLOSED, 40_00));
    }

    @Test
    @DisplayName("R cut-off against a paying member: the money is counted or goes back, never neither")
    void theCutOffAndAPayerMeetWithoutLosingMoney() {
        for (int i = 0; i < 8; i++) {
            var cycle = round.open(home, new Minimum(ORDERS, 1), CycleRound.cased(10_00, 1));
            round.paid(home, cycle, 0, 1);
            var racing = round.placed(home, cycle, 1, 1);
            till.open(home.member(1), racing);
            round.letTheCutOffCome(cycle);

            Together.run(List.of(
                    Together.act(() -> round.decide(cycle)),
                    Together.act(() -> till.receive(home.id(), racing, home.leader())),
                    Together.act(() -> round.decide(cycle))));
            round.decide(cycle);

            assertThat(status(cycle)).isEqualTo(CycleStatus.CLOSED);
            assertThat(till.standingOf(racing))
                    .isIn(new Till.Standing(OrderStatus.CONFIRMED, 0), new Till.Standing(OrderStatus.CLOSED, 10_00));
        }
    }

    @Test
    @DisplayName("R two instances' jobs at once: one decision, one refund each")
    void manyJobsDecideOnceAndRefundOnce() {
        var cycle = round.open(home, null, CycleRound.cased(10_00, 4));
        round.paid(home, cycle, 0, 3);
        var cut = round.paid(home, cycle, 1, 2);
        round.letTheCutOffCome(cycle);

        Together.run(Stream.generate(() -> Together.act(() -> round.decide(cycle)))
                .limit(6)
                .toList());
        Together.run(Stream.generate(() -> Together.act(() -> round.settleAll(cycle)))
                .limit(6)
                .toList());

        assertThat(round.steps(cycle)).containsExactly("OPEN", "CLOSED");
        assertThat(till.standingOf(cut)).isEqualTo(new Till.Standing(OrderStatus.CONFIRMED, 10_00));
    }

    @Test
    void aMemberTakesFewerUntilTheCutOffAndTheDifferenceGoesBack() {
        var cycle = round.open(home, null, CycleRound.limited(10_00, 6), CycleRound.pears(20_00, ProductTerms.LOOSE));
        var order = round.paid(home, cycle, 0, 5, 2);
        assertThat(till.statusOf(order)).isEqualTo(OrderStatus.CONFIRMED);

        round.keep(home, cycle, 0, order, 2, 0);

        assertThat(till.standingOf(order)).isEqualTo(new Till.Standing(OrderStatus.CONFIRMED, 70_00));
        assertThat(book.detail(home.member(0), order).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.quantity()).isEqualTo(2));
        assertThat(round.left(cycle)).isEqualTo(4);
        assertThatThrownBy(() -> round.keep(home, cycle, 0, order, 3)).hasMessageContaining("cycle-only-fewer");
        round.letTheCutOffCome(cycle);
        assertThatThrownBy(() -> round.keep(home, cycle, 0, order, 1, 0)).isInstanceOf(CannotOrder.class);
    }

    @Test
    @DisplayName("W-27 what is not in an order cannot become fewer: refused by its name, and nothing changes")
    void whatIsNotInAnOrderIsNamed() {
        var cycle = round.open(home, null, CycleRound.eggs(10_00), CycleRound.pears(20_00, ProductTerms.LOOSE));
        var order = round.paid(home, cycle, 0, 5);

        assertThatThrownBy(() -> round.keep(home, cycle, 0, order, 2, 1))
                .isInstanceOfSatisfying(NotInThisOrder.class, refusal -> {
                    assertThat(refusal.getStatus()).isEqualTo(422);
                    assertThat(refusal.getArguments()).containsExactly("翠冠梨 · 1斤");
                });
        assertThat(till.refundedFen(order)).isZero();
    }

    @Test
    @DisplayName("W-27 what is bought leaves out what is not paid and what fills no case")
    void onlyWhatWillBeBoughtIsCounted() {
        var cycle = round.open(home, null, CycleRound.cased(10_00, 12), CycleRound.eggs(25_00));
        round.paidUpTo(home, cycle, 0, 10, 20);
        round.paid(home, cycle, 1, 4, 2);
        round.placed(home, cycle, 2, 7, 1);
        var berries = cycles.products(cycle).getFirst().id();
        var eggs = cycles.products(cycle).getLast().id();

        assertThat(bought.of(cycle)).containsEntry(berries, 24L).containsEntry(eggs, 2L);
        round.letTheCutOffCome(cycle);
        round.decide(cycle);
        assertThat(bought.of(cycles.byCode(cycle.code())))
                .containsEntry(berries, 24L)
                .containsEntry(eggs, 2L);
    }

    @Test
    void aMemberLeavesBeforeTheCutOffWithoutCostOnceHoweverOftenTheyPress() {
        var cycle = round.open(home, null, CycleRound.limited(10_00, 6));
        var order = round.paid(home, cycle, 0, 5);

        Together.run(Stream.generate(() -> Together.act(() -> round.keep(home, cycle, 0, order, 0)))
                .limit(4)
                .toList());

        assertThat(till.standingOf(order)).isEqualTo(new Till.Standing(OrderStatus.REFUNDED, 50_00));
        assertThat(round.left(cycle)).isEqualTo(6);
    }

    @Test
    void everybodyMayLeaveWhileACycleShortOfItsMinimumWaitsForItsLeader() {
        var cycle = round.open(home, new Minimum(ORDERS, 3), CycleRound.eggs(50_00));
        var order = round.paid(home, cycle, 0, 1);
        round.letTheCutOffCome(cycle);
        round.decide(cycle);

        round.keep(home, cycle, 0, order, 0);

        assertThat(till.standingOf(order)).isEqualTo(new Till.Standing(OrderStatus.REFUNDED, 50_00));
    }

    @Test
    void aLeaderCallsOffWhatIsConfirmedAlready() {
        var cycle = round.open(home, null, CycleRound.eggs(50_00));
        var order = round.paid(home, cycle, 0, 1);

        closing.move(home.leader(), cycle, CycleStatus.CLOSED);
        closing.move(home.leader(), cycle, CycleStatus.ORDERED);
        closing.move(home.leader(), cycle, CycleStatus.LAPSED);
        round.settleAll(cycle);

        assertThat(till.standingOf(order)).isEqualTo(new Till.Standing(OrderStatus.REFUNDED, 50_00));
        assertThat(round.steps(cycle)).containsExactly("OPEN", "CLOSED", "ORDERED", "LAPSED");
    }

    @Test
    @DisplayName("I-C2 the database allows exactly the steps that CycleStatus knows")
    void theTableOfStepsIsTheSameInBothPlaces() {
        for (var was : CycleStatus.values()) {
            for (var becomes : CycleStatus.values()) {
                assertThat(jdbc.sql("select cycle_may_become(?, ?)")
                                .params(was.name(), becomes.name())
                                .query(Boolean.class)
                                .single())
                        .as("%s to %s", was, becomes)
                        .isEqualTo(was.canBecome(becomes));
            }
        }
    }

    @Test
    void theDatabaseRefusesAStepThatDoesNotFollowAndARewrittenHistory() {
        var cycle = round.open(home, null, CycleRound.eggs(50_00));

        assertThatThrownBy(() -> round.force(cycle, "update order_cycle set status = 'ARRIVED'"))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql("update order_cycle_history set cause = 'nothing' where cycle_id = ?")
                        .param(cycle.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private CycleStatus status(CycleCard cycle) {
        return cycles.byCode(cycle.code()).status();
    }
}
