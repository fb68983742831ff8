package tuanju.keeping;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tuanju.job.SoonAgain;

/** The settings and jobs of this module; each job runs on one instance at a time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KeepingSettings.class)
class KeepingConfiguration {

    @Bean
    RecurringTask<Void> endDecidedBags(EndingBags ending) {
        var hourly = FixedDelay.ofHours(1);
        return Tasks.recurring("keeping-end-decided-bags", hourly)
                .onFailure(new SoonAgain<>(hourly))
                .execute((task, context) -> ending.run());
    }
}
