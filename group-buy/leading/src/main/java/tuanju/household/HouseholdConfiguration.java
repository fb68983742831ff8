package tuanju.household;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tuanju.order.aftersale.Errands;

/** The job of this module: to remind one buyer. */
@Configuration(proxyBeanMethods = false)
class HouseholdConfiguration {

    @Bean
    OneTimeTask<Void> remindHouseholds(Reminding reminding) {
        return Errands.task(Reminding.KIND, reminding::tell);
    }
}
