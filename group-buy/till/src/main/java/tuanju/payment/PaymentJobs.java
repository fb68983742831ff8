package tuanju.payment;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tuanju.job.SoonAgain;
import tuanju.payment.payers.Payers;

/** What payment does by the clock, once in a cluster. */
@Configuration(proxyBeanMethods = false)
class PaymentJobs {

    private static final int SECONDS = 5;

    @Bean
    RecurringTask<Void> refundOutboxTask(RefundOutbox outbox) {
        return Tasks.recurring("refund-outbox", FixedDelay.ofSeconds(SECONDS))
                .execute((instance, context) -> outbox.carryOutDue());
    }

    @Bean
    RecurringTask<Void> paymentPollerTask(PaymentPoller poller) {
        return Tasks.recurring("payment-poller", FixedDelay.ofSeconds(SECONDS))
                .execute((instance, context) -> poller.queryDue());
    }

    @Bean
    RecurringTask<Void> forgetPayersTask(Payers payers) {
        var often = FixedDelay.ofHours(6);
        return Tasks.recurring("payment-forget-payers", often)
                .onFailure(new SoonAgain<>(often))
                .execute((instance, context) -> payers.sweep());
    }
}
