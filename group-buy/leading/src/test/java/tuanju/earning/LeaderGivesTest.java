package tuanju.earning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import support.Invariants;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.cycle.LeaderDiscount;
import tuanju.ledger.Account;
import tuanju.ledger.Ledger;
import tuanju.money.Money;
import tuanju.money.Percentage;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.order.aftersale.AdjustmentKind;
import tuanju.order.aftersale.Allowance;
import tuanju.order.aftersale.Allowances;
import tuanju.order.fulfilment.Handover;
import tuanju.page.Dates;

@ModuleTest
@DisplayName("What a leader gives off orders comes out of their fee")
class LeaderGivesTest {

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    CycleRound round;

    @Autowired
    Handover handover;

    @Autowired
    Allowances allowances;

    @Autowired
    Statements statements;

    @Autowired
    ServiceFees fees;

    @Autowired
    Settling settling;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Neighbourhood home;
    private CycleCard cycle;

    @BeforeEach
    void open() {
        home = neighbourhoods.found(2);
        cycle = round.openGiving(
                home,
                new LeaderDiscount(Money.ofYuan("100"), Money.ofYuan("5")),
                CycleRound.eggs(20_00),
                CycleRound.cased(16_00, 1));
    }

    @AfterEach
    void nothingThatMustNeverBe() {
        Invariants.check(jdbc);
    }

    @Test
    @DisplayName("I-L16 I-L18 of ¥108 paid with ¥103 the leader gets ¥5.80, in the books as on the statement")
    void theFeeIsTheShareOfTheGoodsLessWhatWasGiven() {
        completed(round.paid(home, cycle, 0, 3, 3));

        settling.run();

        assertThat(owed()).isEqualTo(5_80);
        assertThat(sales()).isEqualTo(97_20);
        assertThat(today().fee()).isEqualTo(Money.ofYuan("5.80"));
        assertThat(today().settledFee()).isEqualTo(today().fee());
        assertThat(today().gave()).isEqualTo(Money.ofYuan("5"));
        assertThat(today().addsUp()).isTrue();
    }

    @Test
    @DisplayName("I-L16 what goes back before settling or after takes its part of fee and discount along, to the fen")
    void whatGoesBackTakesItsPartAlong() {
        var order = completed(round.paid(home, cycle, 0, 3, 3));
        give(order, "散养鸡蛋", "30枚", "10.30");
        settling.run();
        assertThat(owed()).isEqualTo(5_22);

        give(order, "本地草莓", "1斤", "10.30");

        assertThat(owed()).isEqualTo(4_64);
        assertThat(today().fee()).isEqualTo(Money.ofYuan("4.64"));
        give(order, "本地草莓", "1斤", "35.48");
        give(order, "散养鸡蛋", "30枚", "46.92");
        assertThat(owed()).isZero();
        assertThat(sales()).isZero();
        assertThat(customers()).isZero();
    }

    @Test
    @DisplayName("a fee that was lowered since stops at nothing; what it does not cover is noted as the community's")
    void aFeeThatWasLoweredStopsAtNothing() {
        fees.set(home.id(), new Percentage(1_500), home.leader());
        var dear = round.openGiving(
                home, new LeaderDiscount(Money.ofYuan("100"), Money.ofYuan("15")), CycleRound.eggs(20_00));
        fees.set(home.id(), new Percentage(500), home.leader());
        var order = completed(round.paid(home, dear, 0, 5));

        settling.run();

        assertThat(owed()).isZero();
        assertThat(sales()).isEqualTo(85_00);
        assertThat(uncovered(order)).isEqualTo(10_00);
        assertThat(today().fee()).isEqualTo(Money.ZERO);
    }

    @Test
    void whatWasGivenIsNeverRewritten() {
        var order = completed(round.paid(home, cycle, 0, 3, 3));
        settling.run();

        assertThatThrownBy(() -> jdbc.sql("update settlement set discount_fen = 0 where order_id = ?")
                        .param(idOf(order).value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private Code completed(Code order) {
        jdbc.sql(
                        "update orders set status = 'CONFIRMED', confirmed_at = now(), change_cause = 'cycle-closed' where code = ?")
                .param(order.value())
                .update();
        handover.collect(home.id(), idOf(order), home.leader());
        jdbc.sql("update orders set status = 'COMPLETED', change_cause = 'completed' where code = ?")
                .param(order.value())
                .update();
        return order;
    }

    private void give(Code order, String product, String spec, String yuan) {
        var allowance = new Allowance(
                AdjustmentKind.DAMAGED, product, spec, Money.ofYuan(yuan), "damaged-at-pickup", yuan + product);
        transaction.executeWithoutResult(status ->
                allowances.give(home.id(), idOf(order), allowance, new OrderChange(null, "damaged-at-pickup")));
    }

    private Statement today() {
        return statements
                .of(home.leader(), LocalDate.ofInstant(Instant.now(), Dates.SHANGHAI))
                .getFirst();
    }

    private OrderId idOf(Code order) {
        return jdbc.sql("select id from orders where code = ?")
                .param(order.value())
                .query((row, number) -> new OrderId(row.getObject("id", UUID.class)))
                .single();
    }

    private long uncovered(Code order) {
        return jdbc.sql("select uncovered_fen from settlement where order_id = ?")
                .param(idOf(order).value())
                .query(Long.class)
                .single();
    }

    private long owed() {
        return ledger.balance(
                        new Account(Account.Kind.LEADER_FEES, home.leader().value()))
                .fen();
    }

    private long sales() {
        return ledger.balance(new Account(Account.Kind.SALES, home.id().value()))
                .fen();
    }

    private long customers() {
        return ledger.balance(new Account(Account.Kind.CUSTOMER_FUNDS, home.id().value()))
                .fen();
    }
}
