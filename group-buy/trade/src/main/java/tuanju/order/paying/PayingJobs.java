package tuanju.order.paying;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Time to pay ends by itself, on one instance at a time. */
@Configuration(proxyBeanMethods = false)
class PayingJobs {

    @Bean
    RecurringTask<Void> closeUnpaidOrders(UnpaidOrders orders) {
        return Tasks.recurring("order-close-unpaid", FixedDelay.of(Duration.ofSeconds(5)))
                .execute((task, context) -> orders.sweep());
    }
}
