package tuanju.order;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tuanju.job.SoonAgain;

/** The jobs of orders; each runs on one instance at a time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OrderSettings.class)
class OrderConfiguration {

    @Bean
    RecurringTask<Void> closeUnpaidOrders(UnpaidOrders orders) {
        return Tasks.recurring("order-close-unpaid", FixedDelay.of(Duration.ofSeconds(5)))
                .execute((task, context) -> orders.sweep());
    }

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
