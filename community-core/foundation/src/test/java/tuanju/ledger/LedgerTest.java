package tuanju.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import support.Invariants;
import support.TestDatabase;
import tuanju.money.Money;
import tuanju.money.SignedMoney;

@SpringBootTest
@ActiveProfiles("test")
@Import(TestDatabase.class)
class LedgerTest {

    private final UUID owner = UUID.randomUUID();
    private final Account clearing = new Account(Account.Kind.PROVIDER_CLEARING, owner);
    private final Account customers = new Account(Account.Kind.CUSTOMER_FUNDS, owner);
    private final Account sales = new Account(Account.Kind.SALES, owner);

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void nothingImpossibleHappened() {
        Invariants.check(jdbc);
    }

    @Test
    void aTransferTakesFromOneAccountAndGivesToTheOther() {
        ledger.post(taken("39.90"));

        assertThat(ledger.balance(customers)).isEqualTo(new SignedMoney(3990));
        assertThat(ledger.balance(clearing)).isEqualTo(new SignedMoney(-3990));
    }

    @Test
    void severalTransfersAreBookedTogetherOrNotAtAll() {
        var given = new Transfer(source("given"), customers, sales, Money.ofYuan("40.00"));

        assertThatThrownBy(() -> ledger.post(taken("39.90"), given)).isInstanceOf(CannotBook.class);
        assertThat(ledger.balance(clearing)).isEqualTo(SignedMoney.ZERO);
    }

    @Test
    @DisplayName("I-L5 the same source and step is booked once, and a different amount under it is a mistake")
    void theSameSourceAndStepIsBookedOnce() {
        var transfer = taken("5.00");
        ledger.post(transfer);
        ledger.post(transfer);

        assertThat(ledger.balance(customers)).isEqualTo(new SignedMoney(500));
        var other = new Transfer(transfer.source(), clearing, customers, Money.ofYuan("6.00"));
        assertThatThrownBy(() -> ledger.post(other)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("I-L6 only the provider's account goes below zero")
    void onlyTheProvidersAccountGoesBelowZero() {
        assertThatThrownBy(() -> ledger.post(new Transfer(source("given"), customers, sales, Money.ofFen(1))))
                .isInstanceOf(CannotBook.class)
                .hasMessage("ledger-not-enough");
    }

    @Test
    @DisplayName("I-L7 reversals take back at most the original")
    void reversalsTakeBackAtMostTheOriginal() {
        var transfer = taken("10.00");
        ledger.post(transfer);
        var original = ledger.booked(transfer.source()).orElseThrow();

        ledger.reverse(original, source("first"), Money.ofYuan("6.00"));
        assertThatThrownBy(() -> ledger.reverse(original, source("second"), Money.ofYuan("4.01")))
                .hasMessage("ledger-reversed-already");
        ledger.reverse(original, source("third"), Money.ofYuan("4.00"));

        assertThat(ledger.balance(customers)).isEqualTo(SignedMoney.ZERO);
    }

    @Test
    void aReversalIsNotReversed() {
        var transfer = taken("10.00");
        ledger.post(transfer);
        var back =
                ledger.reverse(ledger.booked(transfer.source()).orElseThrow(), source("back"), Money.ofYuan("10.00"));

        assertThatThrownBy(() -> ledger.reverse(back, source("again"), Money.ofYuan("10.00")))
                .isInstanceOf(CannotBook.class);
    }

    @Test
    @DisplayName("I-L9 what is held cannot be spent, and a hold ends once")
    void whatIsHeldCannotBeSpent() {
        ledger.post(taken("10.00"));
        var hold = ledger.hold(new Transfer(source("hold"), customers, sales, Money.ofYuan("8.00")));

        assertThatThrownBy(() -> ledger.post(new Transfer(source("spend"), customers, sales, Money.ofYuan("2.01"))))
                .hasMessage("ledger-not-enough");
        ledger.settle(hold, source("settle"), Money.ofYuan("7.00"));

        assertThat(ledger.balance(customers)).isEqualTo(new SignedMoney(300));
        assertThat(ledger.balance(sales)).isEqualTo(new SignedMoney(700));
        assertThatThrownBy(() -> ledger.release(hold, source("release"))).hasMessage("ledger-hold-ended");
        ledger.post(new Transfer(source("rest"), customers, sales, Money.ofYuan("3.00")));
    }

    @Test
    void aReleasedHoldMovesNothing() {
        ledger.post(taken("10.00"));
        var hold = ledger.hold(new Transfer(source("hold"), customers, sales, Money.ofYuan("8.00")));
        ledger.release(hold, source("release"));

        assertThat(ledger.balance(customers)).isEqualTo(new SignedMoney(1000));
        ledger.post(new Transfer(source("all"), customers, sales, Money.ofYuan("10.00")));
    }

    private Transfer taken(String yuan) {
        return new Transfer(source("taken"), clearing, customers, Money.ofYuan(yuan));
    }

    private static Source source(String step) {
        return new Source("test", UUID.randomUUID(), step);
    }
}
