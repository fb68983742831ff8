package tuanju.conduct;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tuanju.job.SoonAgain;

/** Who was out of a community for a while belongs again once that is over, and words are forgotten half a year after the last of them. */
@Configuration(proxyBeanMethods = false)
class ConductUpkeep {

    @Bean
    RecurringTask<Void> conductSweep(Measures measures, CaseFiles cases) {
        var hourly = FixedDelay.ofHours(1);
        return Tasks.recurring("conduct-sweep", hourly)
                .onFailure(new SoonAgain<>(hourly))
                .execute((task, context) -> {
                    measures.endRemovals();
                    cases.forgetOld();
                });
    }
}
