package tuanju.order.fulfilment;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tuanju.job.SoonAgain;

/** What was collected is completed by itself, on one instance at a time. */
@Configuration(proxyBeanMethods = false)
class FulfilmentJobs {

    @Bean
    RecurringTask<Void> completeCollectedOrders(CollectedOrders orders) {
        var hourly = FixedDelay.ofHours(1);
        return Tasks.recurring("order-complete-collected", hourly)
                .onFailure(new SoonAgain<>(hourly))
                .execute((task, context) -> {
                    while (orders.complete() > 0) {
                        // in batches, so that no transaction grows large
                    }
                });
    }
}
