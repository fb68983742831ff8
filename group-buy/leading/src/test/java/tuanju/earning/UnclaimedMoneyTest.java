package tuanju.earning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import support.Invariants;
import support.ModuleTest;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Till;
import tuanju.ledger.Account;
import tuanju.ledger.Ledger;
import tuanju.money.Money;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.order.WhenFull;
import tuanju.order.aftersale.AdjustmentKind;
import tuanju.order.aftersale.Allowance;
import tuanju.order.aftersale.Allowances;
import tuanju.order.aftersale.UnclaimedOrders;
import tuanju.order.fulfilment.HandedPieces;
import tuanju.order.fulfilment.PartialHandover;
import tuanju.teambuy.joining.TeamOpening;

/** Three boxes at ¥52, of which one was fetched and two went back to where they came from. */
@ModuleTest
@DisplayName("The money of what was not fetched")
class UnclaimedMoneyTest {

    private static final String GRAPES = "阳光玫瑰葡萄";
    private static final String SPEC = "2斤";

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    TeamOpening opening;

    @Autowired
    Till till;

    @Autowired
    PartialHandover partly;

    @Autowired
    Allowances allowances;

    @Autowired
    UnclaimedOrders unclaimed;

    @Autowired
    Settling settling;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private TeamNeighbourhood home;
    private OrderId order;

    @BeforeEach
    void oneOfThreeBoxesIsFetched() {
        home = neighbourhoods.found(1, 2);
        var code = opening.buyAlone(home.member(0), home.offer(), home.pieces(3, WhenFull.REFUND))
                .code();
        till.pay(home, home.member(0), code);
        order = new OrderId(till.idOf(code));
        transaction.executeWithoutResult(
                status -> partly.give(home.id(), order, List.of(new HandedPieces(GRAPES, SPEC, 1))));
        jdbc.sql("""
                        insert into handover_part (community_id, id, order_id, product_name, spec, pieces, handed_by)
                        values (:community, gen_random_uuid(), :order, :name, :spec, 1, :by)
                        """)
                .param("community", home.id().value())
                .param("order", order.value())
                .param("name", GRAPES)
                .param("spec", SPEC)
                .param("by", home.leader().value())
                .update();
    }

    @AfterEach
    void nothingThatMustNeverBe() {
        Invariants.check(jdbc);
    }

    @ParameterizedTest(name = "¥{0} given back before: ¥{1} in all, ¥{2} earned, ¥{3} owed to the leader")
    @DisplayName("I-K8 goes back once, whatever of its price went back before")
    @CsvSource({"0.00, 104.00, 46.80, 5.20", "6.00, 110.00, 41.40, 4.60", "120.00, 156.00, 0.00, 0.00"})
    void goesBackOnce(String before, String back, String earned, String owed) {
        give(Money.ofYuan(before));

        transaction.executeWithoutResult(status -> unclaimed.refund(home.id(), order));
        settling.run();

        assertThat(refunded()).isEqualTo(Money.ofYuan(back));
        assertThat(balance(Account.Kind.SALES, home.id().value())).isEqualTo(Money.ofYuan(earned));
        assertThat(balance(Account.Kind.LEADER_FEES, home.leader().value())).isEqualTo(Money.ofYuan(owed));
        assertThat(balance(Account.Kind.CUSTOMER_FUNDS, home.id().value())).isEqualTo(Money.ZERO);
    }

    private void give(Money before) {
        if (!before.isZero()) {
            transaction.executeWithoutResult(status -> allowances.give(
                    home.id(),
                    order,
                    new Allowance(AdjustmentKind.DAMAGED, GRAPES, SPEC, before, "damaged-at-pickup", "box"),
                    new OrderChange(null, "damaged-at-pickup")));
        }
    }

    private Money balance(Account.Kind kind, UUID owner) {
        return Money.ofFen(ledger.balance(new Account(kind, owner)).fen());
    }

    private Money refunded() {
        return Money.ofFen(jdbc.sql("select sum(amount_fen) from refund where order_id = ?")
                .param(order.value())
                .query(Long.class)
                .single());
    }
}
