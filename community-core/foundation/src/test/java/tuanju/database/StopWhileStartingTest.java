package tuanju.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.support.GenericApplicationContext;

@DisplayName("F-36 A program that is told to stop while it starts")
class StopWhileStartingTest {

    private final List<String> steps = new ArrayList<>();
    private final StopWhileStarting stop = new StopWhileStarting();

    @Test
    @DisplayName("gives the start up before its next part, and ends what it had begun")
    void theStartIsGivenUp() {
        assertThatThrownBy(() -> start(true)).rootCause().isInstanceOf(ToldToStop.class);
        assertThat(steps).containsExactly("database begun", "database ended");
    }

    @Test
    @DisplayName("is in nobody's way once it has started")
    void afterTheStartNothingIsInTheWay() {
        try (var program = start(false)) {
            stop.tell();
            stop.onApplicationEvent(new ContextRefreshedEvent(program));
            assertThat(program.getBeanFactory().createBean(StringBuilder.class)).isNotNull();
        }
        assertThat(steps).containsExactly("database begun", "pages begun", "database ended");
    }

    private GenericApplicationContext start(boolean toldMeanwhile) {
        var program = new AnnotationConfigApplicationContext();
        program.registerBean(StopWhileStarting.class, () -> stop);
        program.registerBean(Database.class, () -> new Database(steps, toldMeanwhile ? stop::tell : () -> {}));
        program.registerBean(Pages.class, () -> new Pages(steps));
        program.refresh();
        return program;
    }

    private record Database(List<String> steps, Runnable meanwhile) implements InitializingBean, DisposableBean {
        @Override
        public void afterPropertiesSet() {
            steps.add("database begun");
            meanwhile.run();
        }

        @Override
        public void destroy() {
            steps.add("database ended");
        }
    }

    private record Pages(List<String> steps) implements InitializingBean {
        @Override
        public void afterPropertiesSet() {
            steps.add("pages begun");
        }
    }
}
