package tuanju.cycle.closing;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tuanju.cycle.CutOffs;
import tuanju.order.aftersale.Errands;

/** The jobs of this module; each runs on one instance at a time. */
@Configuration(proxyBeanMethods = false)
class CycleTasks {

    @Bean
    OneTimeTask<Void> cycleCutOff(CycleDeciding deciding) {
        return Tasks.oneTime(CutOffs.TASK).execute((task, context) -> deciding.decideIfDue(CutOffs.Due.of(task)));
    }

    @Bean
    OneTimeTask<Void> settleOrder(CycleSettling settling) {
        return Errands.task(CutOffs.SETTLE, it -> settling.settle(it.community(), it.source(), it.order()));
    }

    @Bean
    RecurringTask<Void> sweepCycles(CycleSweep sweep) {
        return Tasks.recurring("cycle-sweep", FixedDelay.of(Duration.ofSeconds(5)))
                .execute((task, context) -> sweep.run());
    }
}
