package tuanju.attribution;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tuanju.job.SoonAgain;

/** Who read what is forgotten after a day, on one instance at a time. */
@Configuration(proxyBeanMethods = false)
class AttributionJobs {

    @Bean
    RecurringTask<Void> forgetReaders(TouchRows rows) {
        var often = FixedDelay.ofHours(6);
        return Tasks.recurring("attribution-forget-readers", often)
                .onFailure(new SoonAgain<>(often))
                .execute((task, context) -> rows.sweep());
    }
}
