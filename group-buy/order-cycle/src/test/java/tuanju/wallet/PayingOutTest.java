package tuanju.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import support.Together;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.ledger.Account;
import tuanju.member.PersonalData;
import tuanju.money.Money;
import tuanju.payment.CreditRefunds.Standing;

@DisplayName("Credit that is asked back")
class PayingOutTest extends WalletExample {

    @Autowired
    private Commands commands;

    @Autowired
    private List<PersonalData> personal;

    private Code first;
    private Code second;

    @BeforeEach
    void twoOrdersLeaveCredit() {
        wishes.prefer(me, home.id(), true);
        first = paid();
        second = paid();
        keepPieces(first, 4, "k1");
        keepPieces(second, 3, "k2");
    }

    @Test
    @DisplayName("I-L17 goes back to the payments it came from, the longest paid first, and is back when they say so")
    void goesBackToWhereItCameFrom() {
        var payout = payOut("30.50");

        assertThat(wallet().balance()).isEqualTo(Money.ofYuan("29.50"));
        assertThat(backTo(first)).isEqualTo(20_00);
        assertThat(backTo(second)).isEqualTo(10_50);
        assertThat(balance(Account.Kind.REFUND_IN_FLIGHT)).isEqualTo(30_50);
        assertThat(standing(payout)).isEqualTo(Standing.REQUESTED);
        assertThat(refunds.of(home.id(), idOf(first).value())).hasSize(1);

        cards.giveBack(home.id());
        assertThat(standing(payout)).isEqualTo(Standing.DONE);
        assertThat(balance(Account.Kind.PROVIDER_CLEARING)).isEqualTo(-169_50);
        assertThat(balance(Account.Kind.REFUND_IN_FLIGHT)).isZero();
    }

    @Test
    void isNeverMoreThanThereIsNorNothing() {
        assertThatThrownBy(() -> payOut("60.01"))
                .isInstanceOfSatisfying(
                        NotEnoughCredit.class,
                        it -> assertThat(it.getArguments()).containsExactly("¥60.00"));
        assertThatThrownBy(() -> payOut("0")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> payingOut.payOut(home.id(), home.member(1), Money.ofFen(1)))
                .isInstanceOf(NotEnoughCredit.class);
        assertThat(wallet().balance()).isEqualTo(Money.ofYuan("60"));
        assertThat(throughProviders()).isZero();
    }

    @Test
    @DisplayName("R-09 asked for by twenty at once with credit for three, three get it, and not a fen more")
    void isPaidOnceHoweverManyAsk() {
        Callable<UUID> ask = () -> payOut("20");
        var outcomes = Together.run(Collections.nCopies(20, ask));

        assertThat(outcomes.stream().filter(Together.Outcome::succeeded)).hasSize(3);
        assertThat(outcomes.stream().filter(it -> !it.succeeded()))
                .allMatch(it -> it.refusal() instanceof NotEnoughCredit);
        assertThat(wallet().balance()).isEqualTo(Money.ZERO);
        assertThat(throughProviders()).isEqualTo(60_00);
    }

    @Test
    void isAskedOnceWhoeverTapsTwice() {
        var key = new CommandKey(
                me.value().toString(), "POST /wallet/payouts", UUID.randomUUID().toString(), "20");
        Callable<UUID> ask =
                () -> commands.once(key, WalletPages.Asked.class, () -> new WalletPages.Asked(payOut("20")))
                        .value()
                        .payout();
        var outcomes = Together.run(List.of(ask, ask));

        assertThat(outcomes.stream().map(Together.Outcome::value).distinct()).hasSize(1);
        assertThat(wallet().balance()).isEqualTo(Money.ofYuan("40"));
    }

    @Test
    @DisplayName(
            "more than a year after it was paid no provider takes it back: it waits before a person, whose word ends it")
    void waitsBeforeAPersonWhenItIsTooOld() {
        longAgo(first);
        var payout = payOut("25");

        assertThat(standing(payout)).isEqualTo(Standing.WITH_A_PERSON);
        assertThat(jdbc.sql("select kind || ' ' || amount_fen from exception_case where community_id = ?")
                        .param(home.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("REFUND_TOO_OLD 2000");
        cards.giveBack(home.id());
        assertThat(standing(payout)).isEqualTo(Standing.WITH_A_PERSON);
        assertThat(balance(Account.Kind.REFUND_IN_FLIGHT)).isEqualTo(20_00);

        cards.settleCases(home.id(), home.leader());
        assertThat(standing(payout)).isEqualTo(Standing.DONE);
        assertThat(balance(Account.Kind.REFUND_IN_FLIGHT)).isZero();
    }

    @Test
    @DisplayName("V-08 an account with credit stays open, and a sentence says what to do first")
    void isAskedBackBeforeAnAccountIsClosed() {
        assertThat(unfinished()).contains("wallet.closing.credit");
        payOut("60");
        assertThat(unfinished()).doesNotContain("wallet.closing.credit").contains("payment.closing.refund");
        cards.giveBack(home.id());
        assertThat(unfinished()).doesNotContain("payment.closing.refund");
    }

    private List<String> unfinished() {
        return personal.stream().flatMap(it -> it.unfinished(me).stream()).toList();
    }

    private void longAgo(Code order) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("update wallet_lot set captured_at = now() - interval '366 days' where order_id = ?")
                    .param(idOf(order).value())
                    .update();
        });
    }

    private Standing standing(UUID payout) {
        return book.payout(home.id(), me, payout).state();
    }

    private long backTo(Code order) {
        return jdbc.sql(
                        "select coalesce(sum(amount_fen), 0) from refund where order_id = ? and reason = 'credit-paid-back'")
                .param(idOf(order).value())
                .query(Long.class)
                .single();
    }
}
