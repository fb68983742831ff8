package tuanju.outbox;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.event.TransactionalEventListener;

/** Puts the outbox between those who publish events and those who listen; transactions begin just before {@link Hearing}. */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement(proxyTargetClass = true, order = Ordered.LOWEST_PRECEDENCE - 1)
class OutboxConfiguration {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static DefaultPointcutAdvisor hearing() {
        var listeners = new AnnotationMatchingPointcut(null, TransactionalEventListener.class, true);
        var advisor = new DefaultPointcutAdvisor(listeners, new Hearing());
        advisor.setOrder(Ordered.LOWEST_PRECEDENCE);
        return advisor;
    }

    /** By this name the program finds whom to tell. */
    @Bean
    static Telling applicationEventMulticaster(ObjectFactory<Publications> publications) {
        return new Telling(publications);
    }

    /** The program's transaction manager takes whoever listens to transactions. */
    @Bean
    static Announcements.Begun announcements(ObjectFactory<OutboxEvents> events) {
        return new Announcements.Begun(events);
    }

    @Bean
    RecurringTask<Void> hearAgain(HearingAgain again) {
        return Tasks.recurring("hear-again", FixedDelay.ofSeconds(2)).execute((task, context) -> again.look());
    }
}
