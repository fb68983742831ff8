package tuanju.chain;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tuanju.job.SoonAgain;

/** The settings and jobs of this module; each job runs on one instance at a time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChainSettings.class)
class ChainConfiguration {

    @Bean
    RecurringTask<Void> forgetOldTransfers(OldTransfers transfers) {
        var daily = FixedDelay.ofHours(24);
        return Tasks.recurring("chain-forget-old-transfers", daily)
                .onFailure(new SoonAgain<>(daily))
                .execute((task, context) -> transfers.forget());
    }

    @Bean
    RecurringTask<Void> forgetOldChainLists(OldChainLists lists) {
        var daily = FixedDelay.ofHours(24);
        return Tasks.recurring("chain-forget-old-lists", daily)
                .onFailure(new SoonAgain<>(daily))
                .execute((task, context) -> lists.forget());
    }
}
