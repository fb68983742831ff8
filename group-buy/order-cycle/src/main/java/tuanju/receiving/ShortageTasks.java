package tuanju.receiving;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tuanju.order.aftersale.Errands;

/** The job of this module: to bring each order to what it was given. */
@Configuration(proxyBeanMethods = false)
class ShortageTasks {

    static final String SETTLE = "receiving-settle-order";

    @Bean
    OneTimeTask<Void> settleShortage(ShortageSettling settling) {
        return Errands.task(SETTLE, it -> settling.settle(it.community(), it.source(), it.order()));
    }
}
