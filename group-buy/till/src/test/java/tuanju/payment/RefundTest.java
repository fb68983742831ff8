package tuanju.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;
import tuanju.ledger.Account;
import tuanju.money.Money;
import tuanju.payment.FaultyLine.Fault;
import tuanju.payment.providers.PaymentTry;
import tuanju.payment.providers.RefundTry;

class RefundTest extends PaymentExample {

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private RefundQueue queue;

    @Test
    @DisplayName("P-15 a refund is accepted first, and done when the provider says so, within seconds")
    void aRefundIsAcceptedFirstAndDoneLater() {
        paid("sandbox");
        var refund = refunds.request(community, order, PRICE, "left", "1");

        awaitDone(refund);
        assertThat(answers(refund)).first().isEqualTo("PROCESSING");
        assertThat(balance(Account.Kind.CUSTOMER_FUNDS)).isZero();
        assertThat(balance(Account.Kind.PROVIDER_CLEARING)).isZero();
        assertThat(orders.refunded.stream().filter(it -> it.order().equals(order)))
                .singleElement()
                .satisfies(it -> assertThat(it.amount()).isEqualTo(PRICE));
    }

    @Test
    @DisplayName("I-D3 a refund that was decided in a transaction that rolled back is never sent")
    void aRefundThatRolledBackIsNeverSent() {
        paid("sandbox");
        transaction.executeWithoutResult(status -> {
            refunds.request(community, order, PRICE, "left", "1");
            status.setRollbackOnly();
        });

        assertThat(refunds.of(community, order)).isEmpty();
        assertThat(balance(Account.Kind.CUSTOMER_FUNDS)).isEqualTo(PRICE.fen());
    }

    @Test
    @DisplayName("F-38 a refund whose next try was set by a clock two hours fast is sent once that is set back")
    void aClockSetBackHoldsNoRefundUp() {
        paid("sandbox");
        transaction.executeWithoutResult(status -> {
            var refund = refunds.request(community, order, PRICE, "left", "1");
            jdbc.sql("update refund set next_try_at = now() + interval '2 hours' where id = ?")
                    .param(refund)
                    .update();
            assertThat(queue.claimDue(List.of("sandbox"), 100))
                    .extracting(RefundTry::id)
                    .contains(refund);
            assertThat(queue.claimDue(List.of("sandbox"), 100)).isEmpty();
            status.setRollbackOnly();
        });
    }

    @Test
    @DisplayName("P-16 a refund that failed is tried again under the same code, each try written down")
    void aFailedRefundIsTriedAgainUnderTheSameCode() {
        var code = paid("faulty").code();
        faults.plan("chargeCode\":\"" + code, Fault.ERROR, Fault.RESET_AFTER_IT_ARRIVED, Fault.UNSIGNED);
        var refund = refunds.request(community, order, PRICE, "left", "1");

        awaitDone(refund);
        assertThat(answers(refund)).startsWith("NO_ANSWER", "NO_ANSWER", "NO_ANSWER");
        assertThat(refundsAtTheProvider(code)).isOne();
    }

    @Test
    @DisplayName("P-16 a refund that stays refused is put before a person, and still tried")
    void aRefundThatStaysRefusedIsPutBeforeAPerson() {
        var code = paid("faulty").code();
        faults.plan(
                "chargeCode\":\"" + code,
                IntStream.range(0, 8).mapToObj(it -> Fault.ERROR).toArray(Fault[]::new));
        var refund = refunds.request(community, order, PRICE, "left", "1");

        awaitDone(refund);
        assertThat(kindOfTheOnlyCase()).isEqualTo("REFUND_STUCK");
    }

    @Test
    @DisplayName("R-10 I-L14 parallel partial refunds never exceed what was paid")
    void parallelPartialRefundsNeverExceedWhatWasPaid() {
        paid("sandbox");
        var granted = new AtomicInteger();
        IntStream.range(0, 10).parallel().forEach(it -> {
            try {
                refunds.request(community, order, Money.ofYuan("10.00"), "left", "part " + it);
                granted.incrementAndGet();
            } catch (CannotRefund refusal) {
                assertThat(refusal.getStatus()).isEqualTo(409);
            }
        });

        assertThat(granted).hasValue(3);
        awaitAllDone();
        assertThat(balance(Account.Kind.CUSTOMER_FUNDS)).isEqualTo(990);
    }

    @Test
    @DisplayName("R-10 the same refund clicked many times at once is one refund")
    void theSameRefundClickedManyTimesIsOne() {
        var code = paid("sandbox").code();
        var ids = IntStream.range(0, 8)
                .parallel()
                .mapToObj(it -> refunds.request(community, order, Money.ofYuan("1.00"), "left", "1"))
                .distinct()
                .toList();

        assertThat(ids).hasSize(1);
        awaitDone(ids.getFirst());
        assertThat(refundsAtTheProvider(code)).isOne();
    }

    @Test
    @DisplayName("F-05 one bad refund holds up no other and is done in the end")
    void oneBadRefundHoldsUpNoOther() {
        var paid = List.of(anotherOrder(), anotherOrder(), anotherOrder(), anotherOrder(), anotherOrder());
        faults.plan("chargeCode\":\"" + paid.get(2).code(), Fault.NO_ANSWER, Fault.ERROR);
        var asked = paid.stream()
                .map(it -> refunds.request(community, it.order(), PRICE, "lapsed", "1"))
                .toList();

        await(() -> asked.stream().filter(this::isDone).count() == 4);
        assertThat(isDone(asked.get(2))).isFalse();
        awaitDone(asked.get(2));
    }

    @Test
    @DisplayName("P-13 a second payment of the same order goes back by itself")
    void aSecondPaymentGoesBackByItself() {
        var first = address(payments.open(request("sandbox")));
        var second = address(payments.open(request("faulty")));
        pay(first, "PAID");
        orders.decisions.put(order, it -> CaptureTaker.Destination.REFUND);
        pay(second, "PAID");

        awaitAllDone();
        assertThat(balance(Account.Kind.CUSTOMER_FUNDS)).isEqualTo(PRICE.fen());
        refunds.request(community, order, PRICE, "left", "1");
        assertThatThrownBy(() -> refunds.request(community, order, Money.ofFen(1), "left", "2"))
                .isInstanceOf(CannotRefund.class);
    }

    @Test
    void whatWasNeverPaidIsNotRefunded() {
        open();
        assertThatThrownBy(() -> refunds.request(community, order, PRICE, "left", "1"))
                .isInstanceOf(CannotRefund.class);
    }

    private PaymentTry anotherOrder() {
        var id = UUID.randomUUID();
        var mine = request("faulty");
        var request = new PaymentRequest(
                community, id, mine.orderCode(), mine.payer(), PRICE, "鸡蛋", "faulty", mine.payBefore(), "/orders/mine");
        pay(address(payments.open(request)), "PAID");
        return tries.ofOrder(community, id).getFirst();
    }

    private void awaitDone(UUID refund) {
        await(() -> {
            hurryRefunds();
            return isDone(refund);
        });
    }

    private boolean isDone(UUID refund) {
        return jdbc.sql("select status = 'DONE' from refund where community_id = ? and id = ?")
                .params(community.value(), refund)
                .query(Boolean.class)
                .single();
    }

    private List<String> answers(UUID refund) {
        return jdbc.sql("select answer from refund_attempt where community_id = ? and refund_id = ? order by attempt")
                .params(community.value(), refund)
                .query(String.class)
                .list();
    }

    private int refundsAtTheProvider(String chargeCode) {
        return jdbc.sql("select count(*) from sandbox_refund where charge_code = ?")
                .param(chargeCode)
                .query(Integer.class)
                .single();
    }
}
