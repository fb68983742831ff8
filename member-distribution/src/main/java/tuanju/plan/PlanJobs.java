package tuanju.plan;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tuanju.job.SoonAgain;

/** What plans do by the clock, once in a cluster. */
@Configuration(proxyBeanMethods = false)
class PlanJobs {

    @Bean
    RecurringTask<Void> keepPlans(PlanKeeping keeping) {
        var often = FixedDelay.ofMinutes(1);
        return Tasks.recurring("plan-keep", often)
                .onFailure(new SoonAgain<>(often))
                .execute((task, context) -> keeping.sweep());
    }
}
