package tuanju.payment.transfers;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Transfers go on by the clock, once in a cluster. */
@Configuration(proxyBeanMethods = false)
class TransferJobs {

    private static final int SECONDS = 5;

    @Bean
    RecurringTask<Void> transferOutboxTask(TransferOutbox outbox) {
        return Tasks.recurring("transfer-outbox", FixedDelay.ofSeconds(SECONDS))
                .execute((instance, context) -> outbox.carryOutDue());
    }
}
