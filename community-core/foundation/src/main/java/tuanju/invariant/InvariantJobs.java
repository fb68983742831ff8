package tuanju.invariant;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tuanju.job.SoonAgain;

/** When invariants are looked at; tests look for themselves, because they plant what would hold money back for others. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "tuanju.invariants.watched", matchIfMissing = true)
class InvariantJobs {

    private static final int SECONDS = 30;

    @Bean
    RecurringTask<Void> invariantLookTask(InvariantWatch watch) {
        return Tasks.recurring("invariant-look", FixedDelay.ofSeconds(SECONDS))
                .execute((instance, context) -> watch.lookAtAFew());
    }

    @Bean
    RecurringTask<Void> invariantWatchTask(InvariantWatch watch) {
        var nightly = Schedules.daily(ZoneId.of("Asia/Shanghai"), LocalTime.of(3, 30));
        return Tasks.recurring("invariant-watch", nightly)
                .onFailure(new SoonAgain<>(nightly))
                .execute((instance, context) -> watch.lookAtAll());
    }
}
