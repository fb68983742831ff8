package tuanju.chain.settling;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tuanju.job.SoonAgain;

/** The job that forgets whose money came; it runs on one instance at a time. */
@Configuration(proxyBeanMethods = false)
class TransferConfiguration {

    @Bean
    RecurringTask<Void> forgetOldTransfers(OldTransfers transfers) {
        var daily = FixedDelay.ofHours(24);
        return Tasks.recurring("chain-forget-old-transfers", daily)
                .onFailure(new SoonAgain<>(daily))
                .execute((task, context) -> transfers.forget());
    }
}
