package tuanju.job;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;

/** Tries a seldom job that failed again after 10 s, 20 s, 40 s … 10 min, and not only when its hour or day comes round. */
public final class SoonAgain<T> implements FailureHandler<T> {

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int DOUBLINGS = 6;

    private final Schedule usual;

    public SoonAgain(Schedule usual) {
        this.usual = usual;
    }

    @Override
    public void onFailure(ExecutionComplete failed, ExecutionOperations<T> operations) {
        operations.reschedule(failed, next(failed));
    }

    Instant next(ExecutionComplete failed) {
        var pause = FIRST.multipliedBy(1L << Math.min(failed.getExecution().consecutiveFailures, DOUBLINGS));
        var soon = failed.getTimeDone().plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
        var regular = usual.getNextExecutionTime(failed);
        return soon.isBefore(regular) ? soon : regular;
    }
}
