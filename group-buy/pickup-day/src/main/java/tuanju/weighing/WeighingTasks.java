package tuanju.weighing;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tuanju.order.aftersale.Errands;

/** The job of this module: to pay each order its difference back. */
@Configuration(proxyBeanMethods = false)
class WeighingTasks {

    static final String SETTLE = "weighing-settle-order";

    @Bean
    OneTimeTask<Void> settleWeights(WeighingSettling settling) {
        return Errands.task(SETTLE, it -> settling.settle(it.community(), it.source(), it.order()));
    }
}
