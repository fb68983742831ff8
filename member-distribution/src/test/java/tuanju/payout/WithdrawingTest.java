package tuanju.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import support.Together;
import tuanju.command.Invalid;
import tuanju.command.Refusal;
import tuanju.commission.CommissionExample;
import tuanju.cycle.CycleRound;
import tuanju.ledger.Account;
import tuanju.money.Money;

@DisplayName("R-15 A referrer withdraws what is theirs")
class WithdrawingTest extends CommissionExample {

    @Autowired
    private Withdrawing withdrawing;

    @Autowired
    private Batching batching;

    @Autowired
    private PersonalPayouts personal;

    /** ¥8 are theirs. */
    @BeforeEach
    void earn() {
        var cycle = round.open(home, null, CycleRound.eggs(100_00));
        settled(cycle, paid(cycle, 1, link(cycle), 1));
    }

    @Test
    @DisplayName("I-U1 I-U2 set aside, gathered, approved by two different people, paid less the tax")
    void theWayOfAWithdrawal() {
        var asked = withdrawing.ask(me(), home.id(), 5_00L);
        assertThat(asked.state()).isEqualTo(Withdrawal.State.LOCKED);
        assertThat(withdrawing.free(me(), home.id())).isEqualTo(Money.ofFen(3_00));

        var batch = batching.gather(home.leader(), home.id());
        batching.withhold(home.leader(), batch.id(), asked.id(), 1_00L);
        refused("payout-not-approved", () -> batching.settle(home.leader(), batch.id(), asked.id(), true));
        batching.approve(home.leader(), batch.id());
        refused("payout-same-person", () -> batching.approve(home.leader(), batch.id()));
        refused("payout-approved-already", () -> batching.withhold(home.leader(), batch.id(), asked.id(), 2_00L));
        batching.approve(home.member(3), batch.id());
        refused("payout-approved-already", () -> batching.approve(home.member(2), batch.id()));

        batching.settle(home.leader(), batch.id(), asked.id(), true);
        refused("payout-ended-already", () -> batching.settle(home.leader(), batch.id(), asked.id(), false));

        assertThat(balance(Account.Kind.COMMISSION)).isEqualTo(3_00);
        assertThat(ledger.balance(Withdrawing.paidOut(home.id())).fen()).isEqualTo(4_00);
        assertThat(ledger.balance(Withdrawing.tax(home.id())).fen()).isEqualTo(1_00);
    }

    @Test
    @DisplayName("an account is closed after its money was paid, not before")
    void moneyFirst() {
        assertThat(personal.unfinished(me())).containsExactly("payout.closing.money");
        assertThat(personal.unfinished(home.member(1))).isEmpty();

        var asked = withdrawing.ask(me(), home.id(), 7_50L);
        assertThat(personal.unfinished(me())).containsExactly("payout.closing.money");

        var batch = batching.gather(home.leader(), home.id());
        batching.approve(home.leader(), batch.id());
        batching.approve(home.member(3), batch.id());
        batching.settle(home.leader(), batch.id(), asked.id(), true);
        assertThat(personal.unfinished(me())).isEmpty();
    }

    @Test
    void whatTheBankCouldNotPayIsFreeAgain() {
        var asked = withdrawing.ask(me(), home.id(), 8_00L);
        var batch = batching.gather(home.leader(), home.id());
        batching.settle(home.leader(), batch.id(), asked.id(), false);

        assertThat(withdrawing.free(me(), home.id())).isEqualTo(Money.ofFen(8_00));
        assertThat(withdrawing.of(me(), 5).getFirst().state()).isEqualTo(Withdrawal.State.RETURNED);
    }

    @Test
    @DisplayName("a fen too much, too little, of somebody who is no referrer: nothing changes, and a sentence says why")
    void whatIsRefused() {
        refused("payout-too-much", () -> withdrawing.ask(me(), home.id(), 8_01L));
        refused("payout-too-much", () -> withdrawing.ask(home.member(1), home.id(), 1_00L));
        for (Long bad : new Long[] {null, 0L, -1L, 99L, Long.MAX_VALUE}) {
            assertThatThrownBy(() -> withdrawing.ask(me(), home.id(), bad)).isInstanceOf(Invalid.class);
        }
        for (var bad : new String[] {"1e600000000", "1E9", "-1", "1.005", "12345678901", "", "¥"}) {
            assertThatThrownBy(() -> WithdrawalPages.fen(bad)).isInstanceOf(Invalid.class);
        }
        assertThat(WithdrawalPages.fen(" ¥12.5 ")).isEqualTo(12_50);
        refused("payout-nothing-waits", () -> batching.gather(home.leader(), home.id()));
        assertThat(withdrawing.free(me(), home.id())).isEqualTo(Money.ofFen(8_00));
    }

    @Test
    @DisplayName("a balance is locked while a withdrawal waits, and a refund meanwhile is a debt")
    void lockedWhileItWaits() {
        withdrawing.ask(me(), home.id(), 8_00L);
        refused("payout-too-much", () -> withdrawing.ask(me(), home.id(), 1_00L));
        var order = round.orderOf(home, 1);
        givenBack(order, "散养鸡蛋", "30枚", Money.ofFen(50_00), "half");

        assertThat(balance(Account.Kind.COMMISSION_DEBT)).isEqualTo(-4_00);
    }

    @Test
    @DisplayName("I-Y3 a refund after payout is a debt, not nothing, and is worked off by what is earned next")
    void afterPayoutItIsADebt() {
        var asked = withdrawing.ask(me(), home.id(), 8_00L);
        var batch = batching.gather(home.leader(), home.id());
        batching.approve(home.leader(), batch.id());
        batching.approve(home.member(3), batch.id());
        batching.settle(home.leader(), batch.id(), asked.id(), true);

        givenBack(round.orderOf(home, 1), "散养鸡蛋", "30枚", Money.ofFen(100_00), "all");
        assertThat(balance(Account.Kind.COMMISSION)).isZero();
        assertThat(balance(Account.Kind.COMMISSION_DEBT)).isEqualTo(-8_00);

        var other = round.open(home, null, CycleRound.eggs(150_00));
        settled(other, paid(other, 2, link(other), 1));
        assertThat(balance(Account.Kind.COMMISSION_DEBT)).isZero();
        assertThat(balance(Account.Kind.COMMISSION)).isEqualTo(4_00);
    }

    @Test
    @DisplayName("whoever is paid by a batch does not approve it, and the bank hears of it after two approvals")
    void nobodyApprovesTheirOwn() {
        var asked = withdrawing.ask(me(), home.id(), 5_00L);
        var batch = batching.gather(home.leader(), home.id());
        refused("payout-own-money", () -> batching.approve(me(), batch.id()));

        batching.approve(home.leader(), batch.id());
        refused("payout-own-money", () -> batching.approve(me(), batch.id()));
        refused("payout-not-approved", () -> batching.forTheBank(batch.id()));
        batching.approve(home.member(3), batch.id());

        assertThat(batching.forTheBank(batch.id())).extracting(Withdrawal::id).containsExactly(asked.id());
    }

    @Test
    @DisplayName("a tax noted along with the first approval is noted before it or refused with a sentence")
    void aTaxAgainstAnApproval() {
        var asked = withdrawing.ask(me(), home.id(), 5_00L);
        var batch = batching.gather(home.leader(), home.id());
        var outcomes = Together.run(List.<Callable<Object>>of(() -> batching.approve(home.leader(), batch.id()), () -> {
            batching.withhold(home.leader(), batch.id(), asked.id(), 1_00L);
            return true;
        }));

        assertThat(outcomes.getFirst().succeeded()).isTrue();
        assertThat(outcomes.getLast())
                .satisfiesAnyOf(
                        it -> assertThat(it.succeeded()).isTrue(),
                        it -> assertThat(it.refusal()).isInstanceOf(CannotWithdraw.class));
    }

    @Test
    @DisplayName("R-15 tabs spending one balance: one has it, the others are told what is left")
    void tabs() {
        var outcomes = Together.run(IntStream.range(0, 6)
                .mapToObj(it -> (Callable<Withdrawal>) () -> withdrawing.ask(me(), home.id(), 5_00L))
                .toList());

        assertThat(outcomes.stream().filter(Together.Outcome::succeeded)).hasSize(1);
        assertThat(outcomes.stream().filter(it -> !it.succeeded()).map(Together.Outcome::refusal))
                .allMatch(it -> it instanceof CannotWithdraw);
    }

    @Test
    @DisplayName("one person in two tabs does not approve twice")
    void onePersonApprovesOnce() {
        withdrawing.ask(me(), home.id(), 5_00L);
        var batch = batching.gather(home.leader(), home.id());
        Together.run(IntStream.range(0, 4)
                .mapToObj(it -> (Callable<Batch>) () -> batching.approve(home.leader(), batch.id()))
                .toList());

        assertThat(batching.find(batch.id()).approvals()).isEqualTo(1);
    }

    private static void refused(String why, Runnable act) {
        assertThatThrownBy(act::run)
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::getType)
                .isEqualTo(why);
    }
}
