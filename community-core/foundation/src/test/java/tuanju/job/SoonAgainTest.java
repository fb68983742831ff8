package tuanju.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoonAgainTest {

    private static final Instant FAILED = Instant.parse("2026-11-27T19:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, 10", "1, 20", "2, 40", "5, 320", "6, 600", "7, 600", "1000, 600"})
    void aDailyJobThatFailedIsTriedSoonAndThenMoreSeldom(int failuresBefore, int seconds) {
        assertThat(new SoonAgain<Void>(FixedDelay.ofHours(24)).next(failed(failuresBefore)))
                .isEqualTo(FAILED.plusSeconds(seconds));
    }

    @Test
    void itsRegularTimeIsNeverMissedForAPause() {
        assertThat(new SoonAgain<Void>(FixedDelay.of(Duration.ofMinutes(1))).next(failed(5)))
                .isEqualTo(FAILED.plusSeconds(60));
    }

    private static ExecutionComplete failed(int failuresBefore) {
        var execution = new Execution(
                FAILED, new TaskInstance<Void>("job", "it"), true, "somebody", null, null, failuresBefore, null, 1);
        return ExecutionComplete.failure(execution, FAILED, FAILED, null);
    }
}
