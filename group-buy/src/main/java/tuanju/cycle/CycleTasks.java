package tuanju.cycle;

import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs of this module; each runs on one instance at a time. */
@Configuration(proxyBeanMethods = false)
class CycleTasks {

    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);

    @Bean
    OneTimeTask<Void> cycleCutOff(CycleDeciding deciding) {
        return Tasks.oneTime(CutOffs.TASK).execute((task, context) -> deciding.decideIfDue(CutOffs.Due.of(task)));
    }

    @Bean
    OneTimeTask<Void> settleOrder(CycleSettling settling) {
        return Tasks.oneTime(CutOffs.SETTLE)
                .onFailure(new ExponentialBackoffFailureHandler<>(FIRST_RETRY))
                .execute((task, context) -> {
                    var due = CutOffs.Due.of(task);
                    settling.settle(due.community(), due.cycle(), CutOffs.order(task));
                });
    }

    @Bean
    RecurringTask<Void> sweepCycles(CycleSweep sweep) {
        return Tasks.recurring("cycle-sweep", FixedDelay.of(Duration.ofSeconds(5)))
                .execute((task, context) -> sweep.run());
    }
}
