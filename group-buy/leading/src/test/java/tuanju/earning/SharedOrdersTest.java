package tuanju.earning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Till;
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
import tuanju.order.fulfilment.Handover;
import tuanju.teambuy.joining.TeamOpening;

@ModuleTest
@DisplayName("I-L15 Who else gets a share of an order")
class SharedOrdersTest {

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
    ServiceFees fees;

    @Autowired
    Settling settling;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private TeamNeighbourhood home;

    @BeforeEach
    void found() {
        home = neighbourhoods.found(3, 2);
        neighbourhoods.stock(home, 9);
    }

    @AfterEach
    void nothingThatMustNeverBe() {
        Invariants.check(jdbc);
    }

    @Test
    void theFeeIsTheOneThatHeldWhenItWasPlaced() {
        var order = bought();
        fees.set(home.id(), new Percentage(1_500), home.leader());
        completed(order);
        settling.run();

        assertThat(jdbc.sql("select basis_points from settlement where order_id = ?")
                        .param(till.idOf(order))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1_000);
        assertThat(owed(Account.Kind.LEADER_FEES, home.leader().value())).isEqualTo(5_20);
    }

    @Test
    @DisplayName("a commission and a supplier's share are booked once, and each goes back in proportion")
    void isBookedAndGoesBackInProportion() {
        var order = bought();
        promise(order, 2, "COMMISSION", 800);
        promise(order, 3, "SUPPLIER", 5_000);
        completed(order);
        settling.run();
        settling.run();

        assertThat(owed(Account.Kind.LEADER_FEES, home.leader().value())).isEqualTo(5_20);
        assertThat(owed(Account.Kind.COMMISSION, referrer())).isEqualTo(4_16);
        assertThat(owed(Account.Kind.SUPPLIER, referrer())).isEqualTo(26_00);
        assertThat(owed(Account.Kind.SALES, home.id().value())).isEqualTo(52_00 - 5_20 - 4_16 - 26_00);

        give(order, "13.01");

        assertThat(owed(Account.Kind.LEADER_FEES, home.leader().value())).isEqualTo(3_89);
        assertThat(owed(Account.Kind.COMMISSION, referrer())).isEqualTo(3_11);
        assertThat(owed(Account.Kind.SUPPLIER, referrer())).isEqualTo(19_49);
        assertThat(owed(Account.Kind.SALES, home.id().value())).isEqualTo(38_99 - 3_89 - 3_11 - 19_49);
    }

    @Test
    @DisplayName("the table knows the law: one commission, a fifth with the fee, and no more than there is")
    void theTableKnowsTheLaw() {
        var order = bought();
        promise(order, 1, "LEADER_FEE", 1_000);
        assertThatThrownBy(() -> promise(order, 2, "COMMISSION", 1_001))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> promise(order, 3, "SUPPLIER", 9_001))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> promise(order, 3, "COMMISSION", 100))
                .isInstanceOf(DataIntegrityViolationException.class);
        promise(order, 2, "COMMISSION", 1_000);
        assertThatThrownBy(() -> promise(order, 2, "COMMISSION", 1))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql("update order_entitlement set basis_points = 1 where order_id = ?")
                        .param(till.idOf(order))
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);

        completed(order);
        settling.run();
        for (var crime : new String[] {
            "update settlement_share set kept_fen = kept_fen + 1 where order_id = ?",
            "update settlement_share set kept_fen = kept_fen - 1 where order_id = ?",
            "update settlement_share set basis_points = 1500 where order_id = ?",
            "delete from settlement_share where order_id = ?"
        }) {
            assertThatThrownBy(() -> jdbc.sql(crime).param(till.idOf(order)).update())
                    .as(crime)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    /** As a module above would have promised it when the order was placed. */
    private void promise(Code order, int position, String kind, int basisPoints) {
        jdbc.sql("""
                        insert into order_entitlement (community_id, order_id, position, kind, member_id, basis_points, base_fen)
                        values (?, ?, ?, ?, ?, ?, 5200)
                        """)
                .params(
                        home.id().value(),
                        till.idOf(order),
                        position,
                        kind,
                        kind.equals("LEADER_FEE") ? null : referrer(),
                        basisPoints)
                .update();
    }

    private UUID referrer() {
        return home.member(2).value();
    }

    private long owed(Account.Kind kind, UUID owner) {
        return ledger.balance(new Account(kind, owner)).fen();
    }

    private Code bought() {
        var order = opening.buyAlone(home.member(0), home.offer(), home.one()).code();
        till.pay(home, home.member(0), order);
        return order;
    }

    /** As the clock does after some days. */
    private void completed(Code order) {
        handover.collect(home.id(), new OrderId(till.idOf(order)), home.leader());
        jdbc.sql("update orders set status = 'COMPLETED', changed_by = null, change_cause = 'completed' where code = ?")
                .param(order.value())
                .update();
    }

    private void give(Code order, String yuan) {
        var damaged =
                new Allowance(AdjustmentKind.DAMAGED, "阳光玫瑰葡萄", "2斤", Money.ofYuan(yuan), "damaged-at-pickup", "box");
        transaction.executeWithoutResult(status -> allowances.give(
                home.id(), new OrderId(till.idOf(order)), damaged, new OrderChange(null, "damaged-at-pickup")));
    }
}
