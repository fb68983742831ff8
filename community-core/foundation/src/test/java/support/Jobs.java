package support;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.test.context.TestComponent;

/** Does now what the clock would do in some seconds: a test calls a sweep, it does not wait for one. */
@TestComponent
@RequiredArgsConstructor
public class Jobs {

    private final List<RecurringTask<Void>> jobs;

    /** The job may be running by itself just now, and have in hand what this run would have found. */
    public void run(String name) {
        var job = jobs.stream()
                .filter(it -> it.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No job is called " + name));
        job.executeRecurringly(new TaskInstance<>(name, "called by a test"), null);
    }
}
