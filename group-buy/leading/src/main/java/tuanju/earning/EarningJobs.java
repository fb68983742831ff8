package tuanju.earning;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What earning does by the clock, once in a cluster. */
@Configuration(proxyBeanMethods = false)
class EarningJobs {

    @Bean
    RecurringTask<Void> settleCompletedOrders(Settling settling) {
        return Tasks.recurring("earning-settle-completed", FixedDelay.ofMinutes(1))
                .execute((task, context) -> settling.run());
    }
}
