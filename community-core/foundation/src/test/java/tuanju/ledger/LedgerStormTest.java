package tuanju.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
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

/** Many transfers on the same busy accounts, each reversed twice at once by many workers. */
@SpringBootTest
@ActiveProfiles("test")
@Import(TestDatabase.class)
class LedgerStormTest {

    private static final int WORKERS = 20;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @DisplayName("R-12 of two reversals at once exactly one succeeds, on a small scale")
    void ofTwoReversalsAtOnceExactlyOneSucceeds() throws Exception {
        exactlyOneReversalOfEachSucceeds(60);
    }

    @Test
    @Tag("storm")
    @DisplayName("R-12 500 transfers, each reversed twice by 20 workers: 500 succeed, 500 are refused")
    void inAStormOfReversalsExactlyOneOfEachSucceeds() throws Exception {
        exactlyOneReversalOfEachSucceeds(500);
    }

    private void exactlyOneReversalOfEachSucceeds(int transfers) throws InterruptedException, ExecutionException {
        var owner = UUID.randomUUID();
        var clearing = new Account(Account.Kind.PROVIDER_CLEARING, owner);
        var customers = new Account(Account.Kind.CUSTOMER_FUNDS, owner);
        var booked = IntStream.range(0, transfers)
                .mapToObj(it -> new Transfer(source("taken"), clearing, customers, Money.ofFen(it + 1L)))
                .toList();
        booked.forEach(ledger::post);
        var granted = new AtomicInteger();
        var refused = new AtomicInteger();
        var reversals =
                new ArrayList<>(Stream.concat(booked.stream(), booked.stream()).toList());
        Collections.shuffle(reversals, new Random(20261122));

        try (var workers = Executors.newFixedThreadPool(WORKERS)) {
            var running = reversals.stream()
                    .map(it -> workers.submit(() -> (reverse(it) ? granted : refused).incrementAndGet()))
                    .toList();
            for (var one : running) {
                one.get();
                // a sum over balances is zero in every snapshot, also in the middle of the storm
                assertThat(sumOfBalances()).isZero();
            }
        }

        assertThat(granted).hasValue(transfers);
        assertThat(refused).hasValue(transfers);
        assertThat(ledger.balance(customers)).isEqualTo(SignedMoney.ZERO);
        Invariants.check(jdbc);
    }

    private boolean reverse(Transfer transfer) {
        try {
            ledger.reverse(ledger.booked(transfer.source()).orElseThrow(), source("back"), transfer.amount());
            return true;
        } catch (CannotBook refusal) {
            return false;
        }
    }

    private long sumOfBalances() {
        return jdbc.sql("select coalesce(sum(balance_fen), 0)::bigint from ledger_account")
                .query(Long.class)
                .single();
    }

    private static Source source(String step) {
        return new Source("storm", UUID.randomUUID(), step);
    }
}
