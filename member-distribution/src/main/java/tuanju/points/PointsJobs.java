package tuanju.points;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tuanju.job.SoonAgain;

/** What points do by the clock, once in a cluster. */
@Configuration(proxyBeanMethods = false)
class PointsJobs {

    @Bean
    RecurringTask<Void> endPoints(PointsEnding ending) {
        var often = FixedDelay.ofMinutes(10);
        return Tasks.recurring("points-end", often)
                .onFailure(new SoonAgain<>(often))
                .execute((task, context) -> {
                    ending.due().forEach(ending::end);
                    ending.toRemind().forEach(ending::remind);
                });
    }
}
