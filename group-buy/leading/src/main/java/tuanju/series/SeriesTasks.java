package tuanju.series;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job of this module; it runs on one instance at a time. */
@Configuration(proxyBeanMethods = false)
class SeriesTasks {

    @Bean
    RecurringTask<Void> takeTurnsOfSeries(SeriesTurns turns) {
        return Tasks.recurring("cycle-series", FixedDelay.of(Duration.ofSeconds(20)))
                .execute((task, context) -> turns.run());
    }
}
