package tuanju.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.support.TransactionOperations;
import tuanju.command.Invalid;
import tuanju.ledger.Account;
import tuanju.money.Money;
import tuanju.payment.providers.PaymentTry;

class SandboxPaymentTest extends PaymentExample {

    @Autowired
    private TransactionOperations transaction;

    @Test
    @DisplayName("P-01 whoever pays comes back to an order that knows")
    void whoeverPaysComesBackToAnOrderThatKnows() {
        var answer = pay(open(), "PAID");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/orders/mine");
        assertThat(orders.timesTaken(order)).isOne();
        assertThat(payment().status()).isEqualTo(PaymentTry.Status.CAPTURED);
        assertThat(balance(Account.Kind.CUSTOMER_FUNDS)).isEqualTo(PRICE.fen());
        assertThat(balance(Account.Kind.PROVIDER_CLEARING)).isEqualTo(-PRICE.fen());
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 演示支付", "en, No real money"})
    void thePayPageSaysThatNoRealMoneyMoves(String language, String words) {
        var page = send(HttpRequest.newBuilder(at(open()))
                .header("Accept-Language", language)
                .header("Accept", "text/html")
                .build());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(words, "阳光玫瑰葡萄 2斤");
        for (var outcome : List.of("PAID", "FAILED", "LATER", "CALLBACK_LOST", "CALLBACK_TWICE")) {
            assertThat(page.body()).contains("value=\"" + outcome + "\"");
        }
    }

    @Test
    void aPaidChargeOffersNothingButTheWayBack() {
        var payUrl = open();
        pay(payUrl, "PAID");
        var page = send(HttpRequest.newBuilder(at(payUrl)).build());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("name=\"outcome\"").contains("/orders/mine");
    }

    @Test
    void theSameOrderAndProviderAnswerTheOpenPaymentAgain() {
        assertThat(open()).isEqualTo(open()).startsWith("/sandbox/pay/").hasSizeGreaterThan(35);
    }

    @Test
    void aFailedTryIsOverAndTheNextIsAnother() {
        var first = open();
        pay(first, "FAILED");

        assertThat(payment().status()).isEqualTo(PaymentTry.Status.FAILED);
        assertThat(pay(first, "PAID").statusCode()).isEqualTo(409);
        assertThat(open()).isNotEqualTo(first);
    }

    @Test
    @DisplayName("R-16 a double click pays once")
    void aDoubleClickPaysOnce() {
        var payUrl = open();
        IntStream.range(0, 4)
                .parallel()
                .forEach(it -> assertThat(pay(payUrl, "PAID").statusCode()).isEqualTo(303));

        assertThat(captures()).isOne();
        assertThat(orders.timesTaken(order)).isOne();
    }

    @Test
    @DisplayName("P-02 a callback that is sent twice, once in parallel, counts once")
    void aCallbackSentTwiceCountsOnce() {
        pay(open(), "CALLBACK_TWICE");

        assertThat(captures()).isOne();
        assertThat(orders.timesTaken(order)).isOne();
    }

    @Test
    @DisplayName("P-09 a payment whose callback is lost is found by the poller")
    void aLostCallbackIsFoundByThePoller() {
        pay(open(), "CALLBACK_LOST");
        assertThat(captures()).isZero();

        jdbc.sql("update payment set next_query_at = now() where community_id = ?")
                .param(community.value())
                .update();
        poller.queryDue();

        await(() -> captures() == 1);
        assertThat(payment().status()).isEqualTo(PaymentTry.Status.CAPTURED);
    }

    @Test
    @DisplayName("P-09 open payments are asked about at 1, 3, 10, 30 minutes, at their end and a while after")
    void openPaymentsAreAskedAboutMoreAndMoreSeldom() {
        open();
        var minutes = IntStream.of(0, 2, 5, 20, 31, 46, 120)
                .mapToLong(this::minutesUntilNextQueryWhenOpenedBefore)
                .toArray();

        assertThat(minutes).containsExactly(1, 3, 10, 30, 45, 105, 405);
    }

    private long minutesUntilNextQueryWhenOpenedBefore(int minutes) {
        jdbc.sql("""
                        update payment set opened_at = now() - make_interval(mins => :ago),
                            pay_before = now() - make_interval(mins => :ago) + interval '45 minutes', next_query_at = now()
                        where community_id = :community
                        """)
                .param("ago", minutes)
                .param("community", community.value())
                .update();
        poller.queryDue();
        await(() -> nextQueryIsAhead());
        return jdbc.sql("""
                        select round(extract(epoch from next_query_at - opened_at) / 60)::bigint from payment
                        where community_id = ?
                        """).param(community.value()).query(Long.class).single();
    }

    private boolean nextQueryIsAhead() {
        return jdbc.sql("select next_query_at > now() from payment where community_id = ?")
                .param(community.value())
                .query(Boolean.class)
                .single();
    }

    @Test
    void theReturnPageFindsALostCallbackByAsking() {
        pay(open(), "CALLBACK_LOST");
        payments.refresh(community, order);

        assertThat(captures()).isOne();
    }

    @Test
    @DisplayName("R-06 return page, webhook and poller at once make one capture")
    void returnPageWebhookAndPollerAtOnceMakeOneCapture() {
        var payUrl = open();
        pay(payUrl, "CALLBACK_LOST");
        IntStream.range(0, 12).parallel().forEach(it -> payments.refresh(community, order));

        assertThat(captures()).isOne();
        assertThat(orders.timesTaken(order)).isOne();
        assertThat(balance(Account.Kind.CUSTOMER_FUNDS)).isEqualTo(PRICE.fen());
    }

    @Test
    @DisplayName("P-11 closing closes at the provider first")
    void closingClosesAtTheProviderFirst() {
        var payUrl = open();

        assertThat(payments.close(community, order)).isTrue();
        assertThat(payment().status()).isEqualTo(PaymentTry.Status.CLOSED);
        assertThat(pay(payUrl, "PAID").statusCode()).isEqualTo(409);
    }

    @Test
    @DisplayName("P-11 closing what was paid meanwhile says so")
    void closingWhatWasPaidMeanwhileSaysSo() {
        pay(open(), "CALLBACK_LOST");

        assertThat(payments.close(community, order)).isFalse();
        assertThat(captures()).isOne();
    }

    @Test
    @DisplayName("P-08 money that arrives after the close goes where the order says: back")
    void moneyAfterTheCloseGoesBack() {
        var payUrl = open();
        assertThat(pay(payUrl, "LATER").statusCode()).isEqualTo(303);
        assertThat(captures()).isZero();
        payments.close(community, order);
        orders.decisions.put(order, it -> CaptureTaker.Destination.REFUND);

        assertThat(pay(payUrl, "PAID").statusCode()).isEqualTo(303);

        assertThat(payment().status()).isEqualTo(PaymentTry.Status.CAPTURED);
        awaitAllDone();
        assertThat(balance(Account.Kind.PROVIDER_CLEARING)).isZero();
        assertThat(balance(Account.Kind.REFUND_IN_FLIGHT)).isZero();
    }

    @Test
    @DisplayName("I-D4 no provider is called while a transaction is open")
    void noProviderIsCalledInsideATransaction() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(it -> open()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> transaction.executeWithoutResult(it -> payments.close(community, order)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void onlyListedProvidersAreOpen() {
        assertThat(payments.providers()).containsExactly("sandbox", "offline", "faulty");
        assertThatThrownBy(() -> payments.open(request("wechat"))).isInstanceOf(Invalid.class);
    }

    @Test
    void anUnknownOutcomeOrPayPageIsRefused() {
        var payUrl = open();

        assertThat(pay(payUrl, "MAYBE").statusCode()).isEqualTo(400);
        assertThat(pay(payUrl, "").statusCode()).isEqualTo(400);
        assertThat(pay(payUrl + "x", "PAID").statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("I-G5 what the order side cannot take is kept before a person")
    void whatTheOrderSideCannotTakeIsKeptBeforeAPerson() {
        orders.decisions.put(order, it -> {
            throw new IllegalStateException("planted");
        });
        pay(open(), "PAID");

        assertThat(kindOfTheOnlyCase()).isEqualTo("NOT_TAKEN");
        assertThat(balance(Account.Kind.EXCEPTIONS)).isEqualTo(PRICE.fen());
        assertThatThrownBy(() -> refunds.request(community, order, Money.ofFen(1), "left", "1"))
                .isInstanceOf(CannotRefund.class);
    }

    @Test
    @DisplayName(
            "W-05 I-G5 what a locked table kept the order side from taking is brought again, and no case for a person")
    void whatTheDatabaseCouldNotDoJustNowIsBroughtAgain() {
        var locked = new AtomicBoolean(true);
        orders.decisions.put(order, it -> {
            if (locked.getAndSet(false)) {
                var tooLong = new SQLException("canceling statement due to lock timeout", "55P03");
                throw new UncategorizedSQLException("take", "update", tooLong);
            }
            return CaptureTaker.Destination.ORDER;
        });
        pay(open(), "PAID");

        jdbc.sql("update payment set next_query_at = now() where community_id = ?")
                .param(community.value())
                .update();
        poller.queryDue();
        await(() -> captures() == 1);
        assertThat(payment().status()).isEqualTo(PaymentTry.Status.CAPTURED);
        assertThat(balance(Account.Kind.EXCEPTIONS)).isZero();
    }

    @Test
    @DisplayName(
            "says how it can be paid: there, by a phone that scans, in a chat; the same when asked again, until it is paid")
    void saysHowItCanBePaid() {
        var way = payments.open(request("sandbox"));
        assertThat(way.qrContent()).startsWith("http").endsWith(address(way));
        assertThat(way.inChat()).containsOnlyKeys("appId", "package");
        assertThat(payments.open(request("sandbox"))).isEqualTo(way);
        assertThat(payments.newest(community, order).way()).isEqualTo(way);

        pay(address(way), "PAID");
        assertThat(payments.newest(community, order).way()).isNull();
    }
}
