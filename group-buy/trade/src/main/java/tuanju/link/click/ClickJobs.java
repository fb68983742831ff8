package tuanju.link.click;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tuanju.job.SoonAgain;

/** What browsers were recognised by ends in time, on one instance at a time. */
@Configuration(proxyBeanMethods = false)
class ClickJobs {

    @Bean
    RecurringTask<Void> forgetBrowsers(BrowserRows rows) {
        var often = FixedDelay.ofHours(6);
        return Tasks.recurring("link-forget-browsers", often)
                .onFailure(new SoonAgain<>(often))
                .execute((task, context) -> rows.sweep());
    }
}
