package tuanju.home;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the demo does by the clock. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("tuanju.demo")
class DemoJobs {

    @Bean
    RecurringTask<Void> demoGoesOn(DemoBatch batch) {
        return Tasks.recurring("demo-goes-on", FixedDelay.ofSeconds(20)).execute((task, context) -> batch.goOn());
    }
}
