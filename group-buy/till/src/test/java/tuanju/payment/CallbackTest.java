package tuanju.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import tuanju.ledger.Account;
import tuanju.payment.providers.CodeOwners;
import tuanju.payment.providers.PaymentTry;
import tuanju.sandbox.RsaKeys;
import tuanju.sandbox.SandboxWire;
import tuanju.sandbox.SignedMessage;

/** What anyone on the network may send to the callback address, and what comes of it. */
class CallbackTest extends PaymentExample {

    @Autowired
    private JsonMapper json;

    private String code = "";

    @BeforeEach
    void aPaymentIsOpen() {
        open();
        code = payment().code();
    }

    @Test
    @DisplayName("P-02 the same callback fifteen times changes nothing after the first")
    void theSameCallbackManyTimesChangesNothing() {
        var body = body(code, PRICE.fen(), "tuanju", "CNY");
        for (int i = 0; i < 15; i++) {
            assertThat(sendSigned(body)).isEqualTo(200);
        }
        assertThat(captures()).isOne();
        assertThat(orders.timesTaken(order)).isOne();
    }

    @Test
    @DisplayName("P-03 twenty identical callbacks in parallel have one effect")
    void twentyIdenticalCallbacksInParallelHaveOneEffect() {
        var body = body(code, PRICE.fen(), "tuanju", "CNY");
        IntStream.range(0, 20)
                .parallel()
                .forEach(it -> assertThat(sendSigned(body)).isEqualTo(200));

        assertThat(captures()).isOne();
        assertThat(orders.timesTaken(order)).isOne();
        assertThat(balance(Account.Kind.CUSTOMER_FUNDS)).isEqualTo(PRICE.fen());
    }

    @Test
    @DisplayName("A-30 P-04 P-06 what is forged is refused without a word and stores nothing")
    void whatIsForgedIsRefusedWithoutAWord() {
        var body = body(code, PRICE.fen(), "tuanju", "CNY");
        var headers = sign(body, providerKeys(), clock.instant(), SignedMessage.CALLBACK);

        assertForged(body.replace("\"CNY\"", "\"CNX\""), headers);
        assertForged(body(code, 1, "tuanju", "CNY"), headers);
        assertForged(body, sign(body, RsaKeys.generate(), clock.instant(), SignedMessage.CALLBACK));
        assertForged(body, sign(body, providerKeys(), clock.instant(), SignedMessage.ANSWER));
        for (var name : headers.keySet()) {
            assertForged(body, with(headers, name, null));
            assertForged(body, with(headers, name, ""));
        }
        assertForged(body, with(headers, SignedMessage.SERIAL, "0123456789ABCDEF0123"));
        assertForged(body, with(headers, SignedMessage.SIGNATURE, "SIGNTEST/" + headers.get(SignedMessage.SIGNATURE)));
        assertForged("", headers);
        assertThat(captures()).isZero();
    }

    @Test
    @DisplayName("P-05 a signature from more than five minutes ago or ahead is refused")
    void anOldOrEarlySignatureIsRefused() {
        var body = body(code, PRICE.fen(), "tuanju", "CNY");
        for (var minutes : new int[] {-6, 6}) {
            var at = clock.instant().plus(Duration.ofMinutes(minutes));
            assertForged(body, sign(body, providerKeys(), at, SignedMessage.CALLBACK));
        }
        var headers = sign(body, providerKeys(), clock.instant(), SignedMessage.CALLBACK);
        assertForged(body, with(headers, SignedMessage.TIMESTAMP, "now"));
        assertForged(body, with(headers, SignedMessage.TIMESTAMP, "9223372036854775807"));
        assertThat(captures()).isZero();
    }

    @Test
    @DisplayName("P-07 another amount than asked is kept before a person")
    void anotherAmountIsKeptBeforeAPerson() {
        assertThat(sendSigned(body(code, PRICE.fen() - 1, "tuanju", "CNY"))).isEqualTo(200);

        assertThat(payment().status()).isEqualTo(PaymentTry.Status.CREATED);
        assertThat(kindOfTheOnlyCase()).isEqualTo("WRONG_AMOUNT");
        assertThat(balance(Account.Kind.EXCEPTIONS)).isEqualTo(PRICE.fen() - 1);
        assertThat(orders.timesTaken(order)).isZero();
    }

    @Test
    @DisplayName("P-07 money for an unknown payment is kept before a person, also of an unknown community")
    void moneyForAnUnknownPaymentIsKept() {
        var unknown = code.substring(0, 4) + "ZZZZZZZZZZ";
        assertThat(sendSigned(body(unknown, 5, "tuanju", "CNY"))).isEqualTo(200);
        assertThat(kindOfTheOnlyCase()).isEqualTo("UNKNOWN_PAYMENT");

        assertThat(sendSigned(body("not a code " + code, 5, "tuanju", "CNY"))).isEqualTo(200);
        var kept = jdbc.sql("select count(*) from capture where community_id = ? and transaction = ?")
                .params(CodeOwners.NOBODY.value(), "T-not a code " + code)
                .query(Integer.class)
                .single();
        assertThat(kept).isOne();
    }

    @Test
    @DisplayName("P-07 another merchant or currency pays nothing")
    void anotherMerchantOrCurrencyPaysNothing() {
        assertThat(sendSigned(body(code, PRICE.fen(), "somebody", "CNY"))).isEqualTo(200);
        assertThat(kindOfTheOnlyCase()).isEqualTo("WRONG_MERCHANT");
        assertThat(sendSigned(body(code, PRICE.fen(), "tuanju", "JPY"))).isEqualTo(200);

        assertThat(captures()).isZero();
        assertThat(payment().status()).isEqualTo(PaymentTry.Status.CREATED);
    }

    @Test
    void aProviderThatIsNotListedHasNoCallbackAddress() {
        var request = HttpRequest.newBuilder(at("/payments/callbacks/wechat"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        assertThat(send(request).statusCode()).isEqualTo(404);
    }

    private String body(String code, long fen, String merchant, String currency) {
        return json.writeValueAsString(new SandboxWire.Callback(
                "PAID", merchant, code, "T-" + code, fen, currency, clock.instant(), null, null));
    }

    private KeyPair providerKeys() {
        return jdbc.sql("select private_key, public_key from sandbox_key")
                .query((row, number) -> new KeyPair(
                        RsaKeys.publicKey(row.getBytes("public_key")), RsaKeys.privateKey(row.getBytes("private_key"))))
                .single();
    }

    private static Map<String, String> sign(String body, KeyPair keys, Instant at, String subject) {
        return new SignedMessage(subject, body).sign(keys, at);
    }

    private static Map<String, String> with(Map<String, String> headers, String name, @Nullable String value) {
        var changed = new HashMap<>(headers);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return changed;
    }

    private int sendSigned(String body) {
        return callback(body, sign(body, providerKeys(), clock.instant(), SignedMessage.CALLBACK))
                .statusCode();
    }

    private void assertForged(String body, Map<String, String> headers) {
        var answer = callback(body, headers);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
    }

    private HttpResponse<String> callback(String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(at("/payments/callbacks/sandbox"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request.build());
    }
}
