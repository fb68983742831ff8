package tuanju.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionOperations;
import support.Jobs;
import support.Together;
import tuanju.database.Ids;
import tuanju.ledger.Account;
import tuanju.ledger.Account.Kind;
import tuanju.ledger.CannotBook;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.money.SignedMoney;
import tuanju.payment.FaultyLine.Fault;
import tuanju.payment.transfers.TransferCard;
import tuanju.payment.transfers.TransferRequest;
import tuanju.payment.transfers.Transfers;

/** Somebody is paid out of what they earned. */
class TransferTest extends PaymentExample {

    private static final Money EARNED = Money.ofYuan("12.50");

    @Autowired
    private Transfers transfers;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private Jobs jobs;

    private final MemberId payee = new MemberId(Ids.next());
    private final UUID key = Ids.next();

    /** Money that found no place stands for it: nothing else says what of that there must be. */
    @BeforeEach
    void haveEarned() {
        orders.decisions.put(order, it -> CaptureTaker.Destination.EXCEPTION);
        paid("sandbox");
    }

    @Test
    @DisplayName(
            "I-L20 it leaves their account at once, is told to the provider, and is over when the provider says so")
    void isPaidOut() {
        var asked = payOut(null, null);
        assertThat(asked.amount()).isEqualTo(EARNED);
        assertThat(ledger.balance(earned())).isEqualTo(SignedMoney.of(PRICE.minus(EARNED)));

        awaitEnd();
        assertThat(card().state()).isEqualTo(TransferCard.State.DONE);
        assertThat(card().code()).isEqualTo(asked.code());
        assertThat(ledger.balance(of(Kind.TRANSFER_IN_FLIGHT))).isEqualTo(SignedMoney.ZERO);
        assertThat(ledger.balance(of(Kind.PROVIDER_CLEARING)))
                .isEqualTo(SignedMoney.ZERO.minus(SignedMoney.of(PRICE.minus(EARNED))));
        assertThat(transfers.paid(community)).isEqualTo(EARNED);
        assertThat(atTheProvider(asked.code())).isEqualTo("DONE " + EARNED.fen());
        assertThat(orders.paidOut).contains(key);
        assertThat(orders.notPaidOut).doesNotContain(key);
    }

    @Test
    @DisplayName("whose account takes no money has it back, with the provider's reason")
    void comesBackWhenItFails() {
        payOut("closed-account", null);

        awaitEnd();
        assertThat(card().state()).isEqualTo(TransferCard.State.FAILED);
        assertThat(card().reason()).contains("closed");
        assertThat(ledger.balance(earned())).isEqualTo(SignedMoney.of(PRICE));
        assertThat(transfers.paid(community)).isEqualTo(Money.ZERO);
        assertThat(orders.notPaidOut).contains(key);
    }

    @Test
    @DisplayName("a provider that dies after it has taken a transfer is asked about it and told no second time")
    void isNotSentTwice() {
        var asked = payOut(null, Fault.RESET_AFTER_IT_ARRIVED);

        awaitEnd();
        assertThat(card().state()).isEqualTo(TransferCard.State.DONE);
        assertThat(timesSent(asked.code())).isOne();
        assertThat(atTheProvider(asked.code())).isEqualTo("DONE " + EARNED.fen());
    }

    @Test
    @DisplayName("one that the provider has never heard of is sent again under its own code")
    void isSentAgainWhenItNeverArrived() {
        var asked = payOut(null, Fault.RESET);

        awaitEnd();
        assertThat(card().state()).isEqualTo(TransferCard.State.DONE);
        assertThat(timesSent(asked.code())).isEqualTo(2);
        assertThat(transfers.paid(community)).isEqualTo(EARNED);
    }

    @ParameterizedTest
    @EnumSource(names = {"ERROR", "TRUNCATED", "UNSIGNED", "BADLY_SIGNED"})
    @DisplayName("an answer that cannot be trusted is none: it is asked about, and paid once")
    void isAskedAbout(Fault fault) {
        var asked = payOut(null, fault);

        awaitEnd();
        assertThat(card().state()).isEqualTo(TransferCard.State.DONE);
        assertThat(atTheProvider(asked.code())).isEqualTo("DONE " + EARNED.fen());
        assertThat(transfers.paid(community)).isEqualTo(EARNED);
    }

    @Test
    @DisplayName("asked for eight times at one moment it is paid once, under one code")
    void isPaidOnceHoweverOftenItIsAskedFor() {
        Callable<String> ask = () -> payOut(null, null).code();
        var codes = Together.run(Collections.nCopies(8, ask)).stream()
                .map(Together.Outcome::value)
                .distinct();

        assertThat(codes).hasSize(1).doesNotContainNull();
        awaitEnd();
        assertThat(ledger.balance(earned())).isEqualTo(SignedMoney.of(PRICE.minus(EARNED)));
    }

    @Test
    @DisplayName("more than was earned is not paid out, and nothing of it is kept")
    void refusesMoreThanThereIs() {
        assertThatExceptionOfType(CannotBook.class)
                .isThrownBy(() -> transaction.executeWithoutResult(
                        status -> transfers.pay(request(null, PRICE.plus(Money.ofFen(1))))));
        assertThat(transfers.of(community, "test", List.of(key))).isEmpty();
    }

    @Test
    @DisplayName("what has ended cannot be changed, not even by hand")
    void whatHasEndedStays() {
        payOut(null, null);
        awaitEnd();
        assertThatThrownBy(() -> jdbc.sql("update payment_transfer set status = 'SENT' where request_key = ?")
                        .param(key)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("has ended");
    }

    private TransferCard payOut(@Nullable String payeeAtProvider, @Nullable Fault fault) {
        return transaction.execute(status -> {
            var card = transfers.pay(request(payeeAtProvider, EARNED));
            if (fault != null) {
                jdbc.sql("update payment_transfer set provider = 'faulty' where request_key = ?")
                        .param(key)
                        .update();
                faults.plan(card.code(), fault);
            }
            return card;
        });
    }

    private TransferRequest request(@Nullable String payeeAtProvider, Money amount) {
        return new TransferRequest(community, "test", key, payee, payeeAtProvider, earned(), amount, "推荐所得");
    }

    private void awaitEnd() {
        await(() -> {
            jobs.run("transfer-outbox");
            return card().ended() != null;
        });
    }

    private TransferCard card() {
        return transfers.of(community, "test", List.of(key)).get(key);
    }

    private Account earned() {
        return of(Kind.EXCEPTIONS);
    }

    private Account of(Kind kind) {
        return new Account(kind, community.value());
    }

    private String atTheProvider(String code) {
        return jdbc.sql("select status || ' ' || amount_fen from sandbox_transfer where code = ?")
                .param(code)
                .query(String.class)
                .single();
    }

    private long timesSent(String code) {
        return faults.heard().stream()
                .filter(it -> it.startsWith("POST") && it.contains(code))
                .count();
    }
}
