package tuanju.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static support.Patience.await;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.TestPropertySource;
import support.Together;
import tuanju.command.Refusal;
import tuanju.commission.CommissionExample;
import tuanju.cycle.CycleRound;
import tuanju.ledger.Account;
import tuanju.money.Money;

@TestPropertySource(properties = "tuanju.payment.providers=offline,bank")
@Import(Bank.class)
@DisplayName("R-15 What two people approved leaves through the provider that pays people out")
class SendingTest extends CommissionExample {

    @Autowired
    private Withdrawing withdrawing;

    @Autowired
    private Batching batching;

    @Autowired
    private Sending sending;

    @Autowired
    private Bank bank;

    /** ¥8 are theirs. */
    @BeforeEach
    void earn() {
        var cycle = round.open(home, null, CycleRound.eggs(100_00));
        settled(cycle, paid(cycle, 1, link(cycle), 1));
    }

    @Test
    @DisplayName("I-U1 I-U2 it is on its way, then paid less the tax, and nobody pays it a second time")
    void isSentAndPaid() {
        var asked = withdrawing.ask(me(), home.id(), 5_00L);
        var batch = batching.gather(home.leader(), home.id());
        batching.withhold(home.leader(), batch.id(), asked.id(), 1_00L);
        refused("payout-not-approved", () -> sending.send(home.leader(), batch.id()));
        approved(batch);

        sending.send(home.leader(), batch.id());

        refusedAny(() -> batching.settle(home.leader(), batch.id(), asked.id(), true));
        awaitState(Withdrawal.State.PAID);
        assertThat(bank.paidFor(asked)).isEqualTo(4_00);
        assertThat(balance(Account.Kind.COMMISSION)).isEqualTo(3_00);
        assertThat(ledger.balance(Withdrawing.tax(home.id())).fen()).isEqualTo(1_00);
        refused("payout-ended-already", () -> sending.send(home.leader(), batch.id()));
        assertThat(batching.find(batch.id()).waiting()).isZero();
    }

    @Test
    @DisplayName("I-U2 what the provider cannot pay is theirs again with its tax, and they may ask once more")
    void comesBack() {
        var asked = withdrawing.ask(me(), home.id(), 5_01L);
        var batch = batching.gather(home.leader(), home.id());
        batching.withhold(home.leader(), batch.id(), asked.id(), 1_00L);
        approved(batch);

        sending.send(home.leader(), batch.id());

        awaitState(Withdrawal.State.RETURNED);
        await().untilAsserted(
                        () -> assertThat(withdrawing.free(me(), home.id())).isEqualTo(Money.ofFen(8_00)));
        assertThat(ledger.balance(Withdrawing.tax(home.id())).fen()).isZero();
        assertThat(bank.paidFor(asked)).isZero();
        withdrawing.ask(me(), home.id(), 8_00L);
    }

    @Test
    @DisplayName("all of it withheld for the tax office: nothing is sent, and it is over")
    void allOfItIsTax() {
        var asked = withdrawing.ask(me(), home.id(), 5_00L);
        var batch = batching.gather(home.leader(), home.id());
        batching.withhold(home.leader(), batch.id(), asked.id(), 5_00L);
        approved(batch);

        sending.send(home.leader(), batch.id());

        assertThat(state()).isEqualTo(Withdrawal.State.PAID);
        assertThat(bank.paidFor(asked)).isZero();
        assertThat(ledger.balance(Withdrawing.tax(home.id())).fen()).isEqualTo(5_00);
    }

    @Test
    @DisplayName("sent from four tabs, and noted as paid by hand in another, it is paid once")
    void isPaidOnce() {
        var asked = withdrawing.ask(me(), home.id(), 6_00L);
        var batch = batching.gather(home.leader(), home.id());
        approved(batch);

        var outcomes = Together.run(IntStream.range(0, 5)
                .mapToObj(it -> (Callable<Object>) () -> {
                    if (it > 0) {
                        return sending.send(home.leader(), batch.id());
                    }
                    batching.settle(home.leader(), batch.id(), asked.id(), true);
                    return true;
                })
                .toList());

        assertThat(outcomes.stream().filter(Together.Outcome::succeeded)).hasSize(1);
        awaitState(Withdrawal.State.PAID);
        assertThat(balance(Account.Kind.COMMISSION)).isEqualTo(2_00);
    }

    @Test
    @DisplayName(
            "I-U2 the table sends nothing that two people have not approved, and what was sent does not wait again")
    void theTableKnows() {
        var asked = withdrawing.ask(me(), home.id(), 5_00L);
        var batch = batching.gather(home.leader(), home.id());
        assertThatThrownBy(() -> become("SENT", asked))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("two people approved");
        approved(batch);
        sending.send(home.leader(), batch.id());
        assertThatThrownBy(() -> become("LOCKED", asked)).isInstanceOf(DataAccessException.class);
        awaitState(Withdrawal.State.PAID);
    }

    private void become(String state, Withdrawal which) {
        jdbc.sql("update withdrawal set state = ? where id = ?")
                .params(state, which.id())
                .update();
    }

    private void approved(Batch batch) {
        batching.approve(home.leader(), batch.id());
        batching.approve(home.member(3), batch.id());
    }

    private Withdrawal.State state() {
        return withdrawing.of(me(), 1).getFirst().state();
    }

    private void awaitState(Withdrawal.State expected) {
        await().until(
                        () -> {
                            jobs.run("transfer-outbox");
                            return state();
                        },
                        it -> it == expected);
    }

    private static void refusedAny(Runnable act) {
        assertThatThrownBy(act::run)
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::getType)
                .isIn(List.of("payout-sent-already", "payout-ended-already"));
    }

    private static void refused(String why, Runnable act) {
        assertThatThrownBy(act::run)
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::getType)
                .isEqualTo(why);
    }
}
