package tuanju.pickup.printing;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tuanju.job.SoonAgain;
import tuanju.pickup.PickupSettings;

/** The settings and jobs of this module; each job runs on one instance at a time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PickupSettings.class)
class PickupConfiguration {

    @Bean
    RecurringTask<Void> forgetOldPrints(OldPrints prints) {
        var daily = FixedDelay.ofHours(24);
        return Tasks.recurring("pickup-forget-old-prints", daily)
                .onFailure(new SoonAgain<>(daily))
                .execute((task, context) -> {
                    while (prints.forget() > 0) {
                        // in batches, so that no transaction grows large
                    }
                });
    }
}
