package tuanju.invite;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tuanju.job.SoonAgain;

/** Looks whether first orders are completed, once in a cluster. */
@Configuration(proxyBeanMethods = false)
class InviteJobs {

    @Bean
    RecurringTask<Void> giveForInvites(Inviting inviting) {
        var often = FixedDelay.ofMinutes(10);
        return Tasks.recurring("invite-give", often)
                .onFailure(new SoonAgain<>(often))
                .execute((task, context) -> inviting.waiting().forEach(inviting::look));
    }
}
