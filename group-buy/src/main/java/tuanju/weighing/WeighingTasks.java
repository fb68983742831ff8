package tuanju.weighing;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.cycle.CycleCard;
import tuanju.database.Ids;
import tuanju.order.OrderId;

/** The job of this module: to pay each order its difference back. */
@Configuration(proxyBeanMethods = false)
class WeighingTasks {

    private static final TaskDescriptor<Void> SETTLE = TaskDescriptor.of("weighing-settle-order");
    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);

    @Bean
    OneTimeTask<Void> settleWeights(WeighingSettling settling) {
        return Tasks.oneTime(SETTLE)
                .onFailure(new ExponentialBackoffFailureHandler<>(FIRST_RETRY))
                .execute((task, context) -> {
                    var parts = task.getId().split("/", -1);
                    settling.settle(
                            new CommunityId(UUID.fromString(parts[0])),
                            UUID.fromString(parts[1]),
                            new OrderId(UUID.fromString(parts[2])));
                });
    }

    /** Remembers which orders are to be paid back, in the transaction that decides it, so that no restart forgets one. */
    @Component
    @RequiredArgsConstructor
    static class Queue {

        /** Asked late: the scheduler itself needs the task that needs this. */
        private final ObjectProvider<SchedulerClient> scheduler;

        private final Clock clock;

        /** Each time a task of its own: an earlier one may be running just now. */
        void settle(CycleCard cycle, List<OrderId> orders) {
            var round = Ids.next();
            for (var order : orders) {
                var name = cycle.community().value() + "/" + cycle.id() + "/" + order.value() + "/" + round;
                scheduler.getObject().scheduleIfNotExists(SETTLE.instance(name).build(), clock.instant());
            }
        }
    }
}
