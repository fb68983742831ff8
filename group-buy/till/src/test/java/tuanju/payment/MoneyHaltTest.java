package tuanju.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;
import tuanju.invariant.InvariantCheck;
import tuanju.invariant.InvariantWatch;
import tuanju.invariant.MoneyHalt;

/** What breaks a claim about money stops money from leaving, until it is put right or somebody answers for it. */
@DisplayName("W-07 while a claim about money is broken")
class MoneyHaltTest extends PaymentExample {

    private static final String BALANCES = "I-L3 Every cached balance is the sum of its entries";
    private static final String OVERDUE = "I-O2 No open payment is asked about no more";

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private InvariantWatch watch;

    @Autowired
    private MoneyHalt halt;

    private long offBy;

    @BeforeEach
    void isKnown() {
        watch.look(BALANCES);
        assertThat(halt.isOn()).isFalse();
    }

    @AfterEach
    void isPutRight() {
        balanceIsOffBy(-offBy);
        watch.look(BALANCES);
    }

    @Test
    @DisplayName("a refund is booked but not sent, and goes by itself once the claim holds again")
    void aRefundWaitsUntilTheClaimHoldsAgain() {
        var code = paid("sandbox").code();
        balanceIsOffBy(1);
        assertThat(watch.look(BALANCES)).isTrue();
        assertThat(halt.isOn()).isTrue();

        var refund = refunds.request(community, order, PRICE, "left", "1");
        outbox.carryOutDue();
        assertThat(tries(refund)).isZero();
        assertThat(status(refund)).isEqualTo("REQUESTED");
        assertThat(refundsAtTheProvider(code)).isZero();

        balanceIsOffBy(-1);
        assertThat(watch.look(BALANCES)).isFalse();
        assertThat(halt.isOn()).isFalse();
        await(() -> status(refund).equals("DONE"));
        assertThat(refundsAtTheProvider(code)).isOne();
    }

    @Test
    @DisplayName("an operator lets money go, for what they saw and not for more")
    void anOperatorLetsMoneyGo() {
        paid("sandbox");
        balanceIsOffBy(1);
        watch.look(BALANCES);
        assertThat(halt.release(BALANCES, "a rounding from before, known", UUID.randomUUID()))
                .isTrue();
        assertThat(halt.isOn()).isFalse();
        watch.look(BALANCES);
        assertThat(halt.isOn()).as("still only what was seen").isFalse();
        var refund = refunds.request(community, order, PRICE, "left", "1");
        await(() -> status(refund).equals("DONE"));

        anotherAccountIsOffToo(1);
        watch.look(BALANCES);
        assertThat(halt.isOn()).as("more than was answered for").isTrue();
        anotherAccountIsOffToo(-1);
    }

    @Test
    @DisplayName("it is told with the rows that break it, and nobody's name")
    void itIsToldWithTheRowsThatBreakIt() {
        paid("sandbox");
        balanceIsOffBy(7);
        watch.look(BALANCES);

        assertThat(watch.checks().getFirst()).satisfies(first -> {
            assertThat(first.claim()).isEqualTo(BALANCES);
            assertThat(first.holdsMoney()).isTrue();
            assertThat(first.rows()).isOne();
            assertThat(first.sample()).contains(community.value().toString());
        });
    }

    @Test
    @DisplayName("a claim about something else is an alarm, and money goes on")
    void aClaimAboutSomethingElseHoldsNothingBack() {
        open();
        jdbc.sql(
                        "update payment set pay_before = now() - interval '2 days', next_query_at = null where community_id = ?")
                .param(community.value())
                .update();
        assertThat(watch.look(OVERDUE)).isTrue();
        assertThat(watch.checks()).filteredOn(InvariantCheck::isBroken).hasSize(1);
        assertThat(halt.isOn()).isFalse();
        jdbc.sql("update payment set next_query_at = now() where community_id = ?")
                .param(community.value())
                .update();
        assertThat(watch.look(OVERDUE)).isFalse();
    }

    private void balanceIsOffBy(long fen) {
        off("CUSTOMER_FUNDS", fen);
        offBy += fen;
    }

    private void anotherAccountIsOffToo(long fen) {
        off("REFUND_IN_FLIGHT", fen);
    }

    private void off(String kind, long fen) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("update ledger_account set balance_fen = balance_fen + ? where owner = ? and kind = ?")
                    .params(fen, community.value(), kind)
                    .update();
        });
    }

    private String status(UUID refund) {
        return jdbc.sql("select status from refund where community_id = ? and id = ?")
                .params(community.value(), refund)
                .query(String.class)
                .single();
    }

    private int tries(UUID refund) {
        return jdbc.sql("select attempts from refund where community_id = ? and id = ?")
                .params(community.value(), refund)
                .query(Integer.class)
                .single();
    }

    private int refundsAtTheProvider(String chargeCode) {
        return jdbc.sql("select count(*) from sandbox_refund where charge_code = ?")
                .param(chargeCode)
                .query(Integer.class)
                .single();
    }
}
