package tuanju.waiting;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What waiting lists do by the clock, once in a cluster. */
@Configuration(proxyBeanMethods = false)
class WaitingTasks {

    private static final int SECONDS = 10;

    @Bean
    RecurringTask<Void> offerToThoseWhoWait(WaitingOffers offers) {
        return Tasks.recurring("waiting-offers", FixedDelay.ofSeconds(SECONDS))
                .execute((instance, context) -> offers.sweep());
    }
}
