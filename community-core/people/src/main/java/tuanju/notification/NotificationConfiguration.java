package tuanju.notification;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tuanju.job.SoonAgain;

/** Forgets old notifications once a day. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NotificationSettings.class)
class NotificationConfiguration {

    @Bean
    RecurringTask<Void> notificationSweep(Inbox inbox) {
        var daily = FixedDelay.ofHours(24);
        return Tasks.recurring("notification-sweep", daily)
                .onFailure(new SoonAgain<>(daily))
                .execute((task, context) -> inbox.forgetOld());
    }
}
