package tuanju.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;
import support.Invariants;
import support.Patience;
import support.TestDatabase;
import tuanju.money.Money;
import tuanju.money.SignedMoney;

/** The first refund of a community while money comes in. */
@SpringBootTest
@ActiveProfiles("test")
@Import(TestDatabase.class)
class FirstBookingsTest {

    private final UUID owner = UUID.randomUUID();
    private final Account clearing = new Account(Account.Kind.PROVIDER_CLEARING, owner);
    private final Account customers = new Account(Account.Kind.CUSTOMER_FUNDS, owner);
    private final Account onItsWayBack = new Account(Account.Kind.REFUND_IN_FLIGHT, owner);

    @Autowired
    private Ledger ledger;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aPaymentGivenBackAtOnceAndAnotherRefundDoNotWaitForEachOther() throws Exception {
        ledger.post(taken());
        var other = transaction.execute(status -> {
            ledger.post(taken());
            var refund = CompletableFuture.runAsync(() -> ledger.post(givenBack()));
            Patience.await().until(this::somebodyWaits);
            ledger.post(givenBack());
            return refund;
        });
        other.get(Patience.SECONDS, TimeUnit.SECONDS);
        assertThat(ledger.balance(onItsWayBack)).isEqualTo(new SignedMoney(2 * 5_00));
        assertThat(ledger.balance(customers)).isEqualTo(SignedMoney.ZERO);
        Invariants.check(jdbc);
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select exists (select from pg_locks where not granted and pid <> pg_backend_pid())")
                .query(Boolean.class)
                .single();
    }

    private Transfer taken() {
        return new Transfer(source("taken"), clearing, customers, Money.ofYuan("5.00"));
    }

    private Transfer givenBack() {
        return new Transfer(source("given back"), customers, onItsWayBack, Money.ofYuan("5.00"));
    }

    private static Source source(String step) {
        return new Source("first-bookings", UUID.randomUUID(), step);
    }
}
