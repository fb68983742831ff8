package tuanju.cycle.editing;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tuanju.order.aftersale.Errands;

/** The job of this room: to bring each order to prices that were lowered. */
@Configuration(proxyBeanMethods = false)
class EditTasks {

    @Bean
    OneTimeTask<Void> lowerPrices(CheaperSettling settling) {
        return Errands.task(CheaperGoods.TASK, it -> settling.settle(it.community(), it.source(), it.order()));
    }
}
