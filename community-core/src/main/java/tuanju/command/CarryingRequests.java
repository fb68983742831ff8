package tuanju.command;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskDecorator;

/** What a request sets going behind it (listeners after commit) is told in the log under its id. */
@Configuration(proxyBeanMethods = false)
class CarryingRequests {
    @Bean
    TaskDecorator requestIdDecorator() {
        return RequestId::carrying;
    }
}
