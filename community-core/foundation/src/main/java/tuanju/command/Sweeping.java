package tuanju.command;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tuanju.job.SoonAgain;

/** Forgets answers after a day and allowances that are whole again. */
@Configuration(proxyBeanMethods = false)
class Sweeping {
    @Bean
    RecurringTask<Void> commandSweep(CommandKeys keys, RateLimits limits) {
        var hourly = FixedDelay.ofHours(1);
        return Tasks.recurring("command-sweep", hourly)
                .onFailure(new SoonAgain<>(hourly))
                .execute((task, context) -> {
                    keys.forgetOlderThanADay();
                    limits.forgetTheWhole();
                });
    }
}
