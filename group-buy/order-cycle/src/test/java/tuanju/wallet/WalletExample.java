package tuanju.wallet;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import support.Invariants;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Till;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.ledger.Account;
import tuanju.ledger.Ledger;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.order.aftersale.AdjustmentKind;
import tuanju.order.aftersale.Allowance;
import tuanju.order.aftersale.Allowances;
import tuanju.order.aftersale.CalledOff;
import tuanju.order.aftersale.LineKeep;
import tuanju.payment.Cards;
import tuanju.payment.Refunds;

/** What the tests of credit share: a neighbour who pays by card for eggs at ¥20, of which something turns out less. */
@ModuleTest
abstract class WalletExample {

    static final OrderChange SOMEBODY = new OrderChange(null, "product-short");

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    CycleRound round;

    @Autowired
    Cards cards;

    @Autowired
    Till till;

    @Autowired
    Allowances allowances;

    @Autowired
    CalledOff calledOff;

    @Autowired
    Refunds refunds;

    @Autowired
    Wishes wishes;

    @Autowired
    WalletBook book;

    @Autowired
    PayingOut payingOut;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    Neighbourhood home;
    MemberId me;
    CycleCard cycle;

    @BeforeEach
    void found() {
        home = neighbourhoods.found(2);
        me = home.member(0);
        cycle = round.open(home, null, CycleRound.eggs(20_00));
    }

    @AfterEach
    void nothingThatMustNeverBe() {
        Invariants.check(jdbc);
    }

    /** Five times eggs for ¥100, paid by card. */
    Code paid() {
        var order = round.placed(home, cycle, 0, 5);
        cards.pay(me, order);
        return order;
    }

    /** From now on it is sure that the goods come. */
    void decide() {
        round.letTheCutOffCome(cycle);
        round.decide(cycle);
    }

    void allow(Code order, String yuan, String key) {
        transaction.executeWithoutResult(status -> allowances.give(
                home.id(),
                idOf(order),
                new Allowance(AdjustmentKind.DAMAGED, "散养鸡蛋", "30枚", Money.ofYuan(yuan), "product-short", key),
                SOMEBODY));
    }

    void keepPieces(Code order, int pieces, String key) {
        transaction.executeWithoutResult(status -> calledOff.some(
                home.id(),
                idOf(order),
                List.of(new LineKeep(AdjustmentKind.SHORT, "散养鸡蛋", "30枚", pieces, "product-short")),
                SOMEBODY,
                key));
    }

    void giveAllBack(Code order) {
        transaction.executeWithoutResult(
                status -> calledOff.whole(home.id(), idOf(order), AdjustmentKind.CANCELLED, SOMEBODY));
    }

    Wallet wallet() {
        return book.of(home.card(), me, null);
    }

    OrderId idOf(Code order) {
        return new OrderId(till.idOf(order));
    }

    /** What is on its way back, or came back, through a provider. */
    long throughProviders() {
        return jdbc.sql(
                        "select coalesce(sum(amount_fen), 0) from refund where community_id = ? and provider <> 'wallet'")
                .param(home.id().value())
                .query(Long.class)
                .single();
    }

    long balance(Account.Kind kind) {
        return ledger.balance(new Account(kind, home.id().value())).fen();
    }

    UUID payOut(String yuan) {
        return payingOut.payOut(home.id(), me, Money.ofYuan(yuan));
    }
}
