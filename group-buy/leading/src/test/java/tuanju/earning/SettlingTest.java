package tuanju.earning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import support.Invariants;
import support.ModuleTest;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Till;
import support.Together;
import tuanju.community.Code;
import tuanju.ledger.Account;
import tuanju.ledger.Ledger;
import tuanju.money.Money;
import tuanju.money.Percentage;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.order.aftersale.AdjustmentKind;
import tuanju.order.aftersale.Allowance;
import tuanju.order.aftersale.Allowances;
import tuanju.order.aftersale.UnclaimedOrders;
import tuanju.order.fulfilment.Handover;
import tuanju.page.Dates;
import tuanju.teambuy.joining.TeamOpening;

@ModuleTest
@DisplayName("The money of completed orders")
class SettlingTest {

    private static final int ROUNDS = 12;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    TeamOpening opening;

    @Autowired
    Till till;

    @Autowired
    Handover handover;

    @Autowired
    Allowances allowances;

    @Autowired
    UnclaimedOrders unclaimed;

    @Autowired
    Statements statements;

    @Autowired
    ServiceFees fees;

    @Autowired
    Settling settling;

    @Autowired
    Ledger ledger;

    @Autowired
    tuanju.invariant.Invariants invariants;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private TeamNeighbourhood home;

    @BeforeEach
    void found() {
        home = neighbourhoods.found(2, 2);
        neighbourhoods.stock(home, 2 * ROUNDS);
    }

    @AfterEach
    void nothingThatMustNeverBe() {
        Invariants.check(jdbc);
    }

    @Test
    void becomesTheCommunitysAndTheLeadersOnceTheOrderIsCompleted() {
        completed(bought(0));
        handOver(bought(1));

        settling.run();

        assertThat(customers()).isEqualTo(52_00);
        assertThat(sales()).isEqualTo(46_80);
        assertThat(owed()).isEqualTo(5_20);
    }

    @Test
    @DisplayName("I-L18 What the ledger owes the leader is the sum of the fees on the statement, fen by fen")
    void isWhatTheStatementSays() {
        var first = completed(bought(0));
        fees.set(home.id(), new Percentage(1_315), home.leader());
        var second = completed(bought(1));
        give(first, "4.25", "box");
        settling.run();
        give(second, "0.01", "leaf");

        var statement = statements
                .of(home.leader(), LocalDate.ofInstant(Instant.now(), Dates.SHANGHAI))
                .getFirst();

        assertThat(statement.fee()).isEqualTo(Money.ofFen(4_77 + 6_83));
        assertThat(statement.settledFee()).isEqualTo(statement.fee());
        assertThat(owed()).isEqualTo(statement.fee().fen());
        assertThat(sales()).isEqualTo(statement.base().minus(statement.fee()).fen());
        assertThat(customers()).isZero();
    }

    @Test
    @DisplayName("I-K7 Of an order nobody came for, given away, it settles as of one that was fetched")
    void settlesWhatWasGivenAway() {
        var order = bought(0);
        transaction.executeWithoutResult(status -> unclaimed.complete(home.id(), idOf(order)));

        settling.run();

        assertThat(customers()).isZero();
        assertThat(sales()).isEqualTo(46_80);
        assertThat(owed()).isEqualTo(5_20);
    }

    @Test
    @DisplayName("I-K8 Of an order nobody came for, returned, it goes back and no fee is owed")
    void givesBackWhatWentBack() {
        var order = bought(0);
        transaction.executeWithoutResult(status -> unclaimed.refund(home.id(), idOf(order)));

        settling.run();

        assertThat(sales()).isZero();
        assertThat(owed()).isZero();
        assertThat(jdbc.sql("select amount_fen from refund where order_id = ?")
                        .param(idOf(order).value())
                        .query(Long.class)
                        .single())
                .isEqualTo(52_00);
    }

    @Test
    void isSettledOnceHoweverManyTry() {
        completed(bought(0));
        completed(bought(1));

        Together.run(List.of(settling::run, settling::run, settling::run, settling::run));
        settling.run();

        assertThat(sales() + owed()).isEqualTo(2 * 52_00);
        assertThat(booked()).isEqualTo(4);
    }

    @Test
    void goesBackAfterwardsFromWhatWasEarnedAndTakesItsFeeAlong() {
        bought(1);
        var order = completed(bought(0));
        settling.run();

        give(order, "4.25", "box");
        assertThat(List.of(customers(), sales(), owed())).containsExactly(52_00L, 47_75L - 4_77, 4_77L);

        give(order, "47.75", "rest");
        assertThat(List.of(customers(), sales(), owed())).containsExactly(52_00L, 0L, 0L);
        assertThat(till.refundedFen(order)).isEqualTo(52_00);
    }

    @Test
    void anOrderThatWasGivenBackWholeSettlesToNothing() {
        var order = completed(bought(0));
        give(order, "52.00", "all");

        settling.run();

        assertThat(List.of(customers(), sales(), owed())).containsExactly(0L, 0L, 0L);
        assertThat(settledAt(order)).isTrue();
    }

    @Test
    @DisplayName("R-14 A refund and the settlement of the same order end at the same books, whoever is first")
    void aRefundAndTheSettlementAtOnce() {
        var orders = new ArrayList<Code>();
        var acts = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < ROUNDS; i++) {
            var order = completed(bought(i % 2));
            orders.add(order);
            acts.add(Together.act(() -> give(order, "4.25", "box")));
            acts.add(Together.act(settling::run));
        }

        assertThat(Together.run(acts)).allMatch(Together.Outcome::succeeded);
        settling.run();

        assertThat(orders).allMatch(this::settledAt);
        assertThat(List.of(customers(), sales(), owed())).containsExactly(0L, ROUNDS * (47_75L - 4_77), ROUNDS * 4_77L);
    }

    @Test
    void oneThatCannotBeSettledHoldsUpNoOther() {
        var broken = completed(bought(0));
        var sound = completed(bought(1));
        outcomeOf(broken, "EXCEPTION");

        settling.run();
        assertThat(List.of(settledAt(broken), settledAt(sound))).containsExactly(false, true);

        outcomeOf(broken, "ORDER");
        settling.run();
        assertThat(settledAt(broken)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update settlement set kept_fen = kept_fen + 1",
                "update settlement set basis_points = 1500",
                "delete from settlement",
                "truncate settlement cascade"
            })
    void isNeverRewritten(String sql) {
        completed(bought(0));
        settling.run();

        assertThatThrownBy(() -> jdbc.sql(sql).update()).isInstanceOf(DataIntegrityViolationException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "is kept for customers | update settlement set order_id = gen_random_uuid() where community_id = :home",
                "has earned | update ledger_account set balance_fen = balance_fen - 1 where owner = :home and kind = 'SALES'",
                "owed to a leader | update settlement set basis_points = 1500 where community_id = :home",
                "what was taken for it | update settlement set kept_fen = kept_fen - 1 where community_id = :home",
                "agree on what is settled | update orders set settled_at = null where community_id = :home",
                "within two hours | update orders set settled_at = null where community_id = :home;"
                        + " update order_history set at = at - interval '3 hours' where community_id = :home"
            })
    @DisplayName("I-L10 I-L16 I-L19 A planted violation is found")
    void aPlantedViolationIsFound(String claim, String sql) {
        completed(bought(0));
        settling.run();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            for (var one : sql.split(";")) {
                jdbc.sql(one).param("home", home.id().value()).update();
            }
            assertThat(invariants.violations()).anyMatch(it -> it.claim().contains(claim));
            status.setRollbackOnly();
        });
    }

    private long customers() {
        return ledger.balance(new Account(Account.Kind.CUSTOMER_FUNDS, home.id().value()))
                .fen();
    }

    private long sales() {
        return ledger.balance(new Account(Account.Kind.SALES, home.id().value()))
                .fen();
    }

    private long owed() {
        return ledger.balance(
                        new Account(Account.Kind.LEADER_FEES, home.leader().value()))
                .fen();
    }

    private int booked() {
        return jdbc.sql("""
                        select count(*) from ledger_transfer t join orders o on o.id = t.source_id
                        where o.community_id = ? and t.source_type = 'order'
                        """).param(home.id().value()).query(Integer.class).single();
    }

    private boolean settledAt(Code order) {
        return jdbc.sql("select settled_at is not null from orders where code = ?")
                .param(order.value())
                .query(Boolean.class)
                .single();
    }

    private void outcomeOf(Code order, String outcome) {
        jdbc.sql("update capture set outcome = ? where order_id = ?")
                .params(outcome, till.idOf(order))
                .update();
    }

    private Code bought(int member) {
        var order =
                opening.buyAlone(home.member(member), home.offer(), home.one()).code();
        till.pay(home, home.member(member), order);
        return order;
    }

    private void handOver(Code order) {
        handover.collect(home.id(), idOf(order), home.leader());
    }

    /** As the clock does after some days. */
    private Code completed(Code order) {
        handOver(order);
        jdbc.sql("update orders set status = 'COMPLETED', changed_by = null, change_cause = 'completed' where code = ?")
                .param(order.value())
                .update();
        return order;
    }

    private void give(Code order, String yuan, String key) {
        var damaged =
                new Allowance(AdjustmentKind.DAMAGED, "阳光玫瑰葡萄", "2斤", Money.ofYuan(yuan), "damaged-at-pickup", key);
        transaction.executeWithoutResult(
                status -> allowances.give(home.id(), idOf(order), damaged, new OrderChange(null, "damaged-at-pickup")));
    }

    private OrderId idOf(Code order) {
        return new OrderId(till.idOf(order));
    }
}
