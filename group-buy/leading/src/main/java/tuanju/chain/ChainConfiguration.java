package tuanju.chain;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tuanju.job.SoonAgain;

/** The settings of this module and the job of its lists; it runs on one instance at a time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChainSettings.class)
class ChainConfiguration {

    @Bean
    RecurringTask<Void> forgetOldChainLists(OldChainLists lists) {
        var daily = FixedDelay.ofHours(24);
        return Tasks.recurring("chain-forget-old-lists", daily)
                .onFailure(new SoonAgain<>(daily))
                .execute((task, context) -> lists.forget());
    }
}
