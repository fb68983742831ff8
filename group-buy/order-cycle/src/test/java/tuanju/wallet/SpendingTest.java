package tuanju.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import support.Together;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.invariant.Invariants;
import tuanju.ledger.Account;
import tuanju.money.Money;
import tuanju.order.OrderStatus;
import tuanju.order.book.OrderBook;
import tuanju.order.paying.OrderCancelling;
import tuanju.order.paying.OrderPaying;
import tuanju.payment.Credit;
import tuanju.price.Tender;

@DisplayName("Credit is spent at the next order")
class SpendingTest extends WalletExample {

    @Autowired
    private OrderPaying paying;

    @Autowired
    private OrderBook orders;

    @Autowired
    private OrderCancelling cancelling;

    @Autowired
    private Credit credit;

    @Autowired
    private Invariants invariants;

    /** ¥40 of an order whose whole was ¥100. */
    @BeforeEach
    void thereIsCredit() {
        wishes.prefer(me, home.id(), true);
        keepPieces(paid(), 3, "k1");
    }

    @Test
    @DisplayName("I-L12 I-L13 beside a provider: the order says what is paid how, and both together are what is asked")
    void paysPartOfIt() {
        var order = round.placed(home, cycle, 0, 5);
        setAside(order, "40");
        assertThat(wallet().locked()).isEqualTo(Money.ofYuan("40"));
        assertThat(wallet().free()).isEqualTo(Money.ZERO);

        cards.pay(me, order, Money.ofYuan("60"));

        assertThat(till.statusOf(order)).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(orders.detail(me, order).price().tenders())
                .containsExactly(
                        new Tender(Tender.Kind.WALLET, Money.ofYuan("40")),
                        new Tender(Tender.Kind.PROVIDER, Money.ofYuan("60")));
        assertThat(wallet().balance()).isEqualTo(Money.ZERO);
        assertThat(balance(Account.Kind.CUSTOMER_FUNDS)).isEqualTo(160_00);
    }

    @Test
    void paysAllOfItWithoutAProviderAndOnce() {
        var order = round.placed(home, cycle, 0, 2);
        Callable<String> pay = () -> paying.pay(me, order, null, null);
        Together.run(List.of(pay, pay, pay, pay));

        assertThat(till.statusOf(order)).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(wallet().balance()).isEqualTo(Money.ZERO);
        assertThat(wallet().items().getFirst().reason()).isEqualTo(LotRows.Move.SPENT);
        assertThat(balance(Account.Kind.CUSTOMER_FUNDS)).isEqualTo(100_00);
    }

    @Test
    @DisplayName("R-09 two tabs cannot spend it twice: of many orders paid at once by credit for two, two are paid")
    void isSpentOnce() {
        var all = IntStream.range(0, 8)
                .mapToObj(it -> round.placed(home, cycle, 0, 1))
                .toList();
        Together.run(all.stream()
                .map(it -> (Callable<String>) () -> paying.pay(me, it, null, Money.ofYuan("20")))
                .toList());

        assertThat(all.stream().filter(it -> till.statusOf(it) == OrderStatus.CONFIRMED))
                .hasSize(2);
        assertThat(wallet().balance()).isEqualTo(Money.ZERO);
        assertThat(wallet().locked()).isEqualTo(Money.ZERO);
    }

    @Test
    void isFreeAgainWhenTheOrderEndsUnpaid() {
        var order = round.placed(home, cycle, 0, 5);
        setAside(order, "40");
        assertThatThrownBy(() -> payOut("1")).isInstanceOf(NotEnoughCredit.class);
        cancelling.cancel(me, order);

        assertThat(wallet().locked()).isEqualTo(Money.ZERO);
        assertThat(wallet().free()).isEqualTo(Money.ofYuan("40"));
        payOut("40");
    }

    @Test
    @DisplayName(
            "who pays all of it at the provider after all has their credit back; who chose again pays what was chosen last")
    void isNotSpentWhereTheProviderTookAll() {
        var order = round.placed(home, cycle, 0, 5);
        setAside(order, "40");
        setAside(order, "10");
        assertThat(wallet().locked()).isEqualTo(Money.ofYuan("10"));
        cards.pay(me, order);

        assertThat(till.statusOf(order)).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(wallet().free()).isEqualTo(Money.ofYuan("40"));
    }

    @Test
    @DisplayName(
            "money that came for less after the credit was set free takes the credit again, and goes back where that is gone")
    void findsItsCreditAgainOrGoesBack() {
        var first = round.placed(home, cycle, 0, 5);
        setAside(first, "40");
        setAside(first, "0");
        cards.pay(me, first, Money.ofYuan("60"));
        assertThat(till.statusOf(first)).isEqualTo(OrderStatus.CONFIRMED);

        var second = round.placed(home, cycle, 0, 5);
        assertThat(wallet().free()).isEqualTo(Money.ZERO);
        keepPieces(first, 3, "k2");
        assertThat(wallet().free()).isEqualTo(Money.ofYuan("40"));
        setAside(second, "40");
        setAside(second, "0");
        payOut("24");
        cards.pay(me, second, Money.ofYuan("60"));

        assertThat(till.statusOf(second)).isEqualTo(OrderStatus.PLACED);
        assertThat(till.refundedFen(second)).isEqualTo(60_00);
        assertThat(wallet().free()).isEqualTo(Money.ofYuan("16"));
    }

    @Test
    @DisplayName(
            "not beside cash, not more than there is, and not of an order that is over: refused with a sentence, nothing changed")
    void isRefused() {
        var order = round.placed(home, cycle, 0, 5);
        assertThatThrownBy(() -> paying.pay(me, order, "offline", Money.ofYuan("1")))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> paying.pay(me, order, null, null)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> paying.pay(me, order, "offline", Money.ofYuan("100")))
                .isInstanceOf(NotEnoughCredit.class);
        assertThat(paying.pay(me, order, "offline", null)).isEqualTo("/orders/" + order);
        assertThat(wallet().locked()).isEqualTo(Money.ZERO);
        till.receive(home.id(), order, home.leader());
        assertThatThrownBy(() -> paying.pay(me, order, null, null)).isInstanceOf(tuanju.order.paying.NotPayable.class);
        assertThat(wallet().free()).isEqualTo(Money.ofYuan("40"));
    }

    @Test
    @DisplayName("I-L17 what goes back of it goes to credit and provider in proportion, and the whole order to the fen")
    void goesBackInProportion() {
        var order = round.placed(home, cycle, 0, 5);
        setAside(order, "33.33");
        cards.pay(me, order, Money.ofYuan("66.67"));
        wishes.wish(me, order, false);
        keepPieces(order, 4, "k2");
        assertThat(wallet().balance()).isEqualTo(Money.ofYuan("6.67").plus(Money.ofYuan("6.67")));
        assertThat(throughProviders()).isEqualTo(13_33);
        giveAllBack(order);

        assertThat(wallet().balance()).isEqualTo(Money.ofYuan("40"));
        assertThat(throughProviders()).isEqualTo(66_67);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I-L17 What is set | update wallet_lot set held_fen = held_fen - 1 where held_fen > 0 and community_id = '%s'",
                "I-L17 What is set | update wallet_hold set state = 'RELEASED' where state = 'HELD' and community_id = '%s'",
                "I-L17 Credit is | update wallet_hold set amount_fen = amount_fen + 1 where community_id = '%s'",
                "I-L17 Credit is | update wallet_hold_lot set back_fen = 1 where community_id = '%s'",
                "I-L13 An order is paid | delete from capture where provider = 'wallet' and community_id = '%s'",
                "I-L6 A wallet | update ledger_account set balance_fen = balance_fen + 1 where kind = 'WALLET'"
            })
    @DisplayName("I-L17 a planted violation is found")
    void aPlantedViolationIsFound(String claim, String sql) {
        var spent = round.placed(home, cycle, 0, 1);
        paying.pay(me, spent, null, null);
        setAside(round.placed(home, cycle, 0, 1), "20");
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql(sql.formatted(home.id().value())).update();
            assertThat(invariants.violations()).anyMatch(it -> it.claim().startsWith(claim));
            status.setRollbackOnly();
        });
    }

    private void setAside(Code order, String yuan) {
        transaction.executeWithoutResult(
                status -> credit.setAside(home.id(), idOf(order).value(), me, Money.ofYuan(yuan)));
    }
}
