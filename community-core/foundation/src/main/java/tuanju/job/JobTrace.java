package tuanju.job;

import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Ties the lines of one run of a job together in the log: its name, and a number for this run. */
@Component
class JobTrace implements ExecutionInterceptor {

    static final String KEY = "job";

    @Override
    public CompletionHandler<?> execute(TaskInstance<?> task, ExecutionContext context, ExecutionChain chain) {
        MDC.put(
                KEY,
                task.getTaskName() + "/"
                        + Integer.toString(ThreadLocalRandom.current().nextInt(36 * 36 * 36 * 36), 36));
        try {
            return chain.proceed(task, context);
        } finally {
            MDC.remove(KEY);
        }
    }
}
