package tuanju.redemption;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tuanju.job.SoonAgain;

/** What nobody can hand over any more gives its points back by the clock, once in a cluster. */
@Configuration(proxyBeanMethods = false)
class RedemptionJobs {

    @Bean
    RecurringTask<Void> returnRedemptions(Redeeming redeeming) {
        var often = FixedDelay.ofMinutes(10);
        return Tasks.recurring("redemptions-return", often)
                .onFailure(new SoonAgain<>(often))
                .execute((task, context) -> redeeming.stuck().forEach(redeeming::giveBackStuck));
    }
}
