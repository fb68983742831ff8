package tuanju.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.task.ExecutionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

@NullUnmarked
@DisplayName("A run of a job is found in the log")
class JobTraceTest {

    @Test
    @DisplayName("by its name and a number of its own, also when it fails, and by nothing afterwards")
    void byItsNameAndANumber() {
        var seen = new HashSet<String>();
        ExecutionHandler<Void> work = (task, context) -> {
            seen.add(MDC.get("job"));
            throw new IllegalStateException("it fails");
        };
        for (int run = 0; run < 3; run++) {
            assertThatThrownBy(() ->
                            new JobTrace().execute(new TaskInstance<>("refund-outbox", "recurring"), null, chain(work)))
                    .hasMessage("it fails");
            assertThat(MDC.get("job")).isNull();
        }
        assertThat(seen).hasSize(3).allMatch(it -> it.matches("refund-outbox/[0-9a-z]{1,4}"));
    }

    private static ExecutionChain chain(ExecutionHandler<Void> work) {
        return new ExecutionChain(List.of(), work);
    }
}
