package tuanju.payment;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.database.OutsideTransaction;
import tuanju.payment.providers.InParallel;
import tuanju.payment.providers.PaymentTry;
import tuanju.payment.providers.Providers;
import tuanju.payment.providers.Standing;

/** Asks providers what became of tries to pay: callbacks get lost, money must not. */
@Component
@RequiredArgsConstructor
class PaymentPoller {

    private static final int BATCH = 32;
    private static final Duration GIVEN_UP = Duration.ofMinutes(30);

    private final PaymentTries payments;
    private final Providers providers;
    private final CaptureRouter router;
    private final InParallel parallel;
    private final Clock clock;

    /** Asks about every try whose time to ask has come, and answers when all were asked. */
    void queryDue() {
        List<PaymentTry> due;
        do {
            due = payments.claimDue(providers.names(), BATCH);
            parallel.forEach(due, this::query);
        } while (!due.isEmpty());
    }

    /** Asks about one try; one long past its time is closed on the way. */
    void query(PaymentTry payment) {
        OutsideTransaction.require();
        var provider = providers.get(payment.provider());
        if (payment.status() == PaymentTry.Status.CREATED
                && payment.payBefore().plus(GIVEN_UP).isBefore(clock.instant())) {
            take(payment, provider.close(payment));
        }
        take(payment, provider.query(payment));
    }

    /** Closes at the provider first, then asks, because money may have come in between. */
    void close(PaymentTry payment) {
        OutsideTransaction.require();
        var provider = providers.get(payment.provider());
        take(payment, provider.close(payment));
        take(payment, provider.query(payment));
    }

    private void take(PaymentTry payment, Standing standing) {
        switch (standing) {
            case Standing.Paid paid ->
                router.route(new Took(
                        payment.provider(),
                        payment.code(),
                        paid.transaction(),
                        paid.amount(),
                        paid.at(),
                        paid.payer()));
            case Standing.Failed ignored -> payments.end(payment, PaymentTry.Status.FAILED);
            case Standing.Closed ignored -> payments.end(payment, PaymentTry.Status.CLOSED);
            case Standing.Waiting ignored -> {}
        }
    }
}
