package tuanju.insight;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tuanju.job.SoonAgain;

/** When nobody buys, days are made anew from their facts, and what differed is told. */
@Configuration(proxyBeanMethods = false)
class RollUpJobs {

    @Bean
    RecurringTask<Void> rollUp(RollUps rollUps) {
        var nightly = new Daily(Scopes.HOME, LocalTime.of(4, 10));
        return Tasks.recurring("insight-roll-up", nightly)
                .onFailure(new SoonAgain<>(nightly))
                .execute((task, context) -> rollUps.again());
    }
}
