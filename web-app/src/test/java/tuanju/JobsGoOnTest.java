package tuanju;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tuanju.job.SoonAgain;

/** An instance dies in the middle of every recurring job that the program has, found by themselves. */
@WebTest
class JobsGoOnTest {

    private static final int SECONDS_SINCE_ITS_LAST_HEARTBEAT = 25;
    private static final int SELDOM = 6;
    private static final Duration REST_OF_THE_MINUTE = Duration.ofSeconds(60 - SECONDS_SINCE_ITS_LAST_HEARTBEAT);

    @Autowired
    List<RecurringTask<?>> jobs;

    @Autowired
    JdbcClient database;

    @Test
    @DisplayName("W-08 each recurring job goes on within 60 s of the death of the instance that ran it")
    void everyJobGoesOnWithinAMinute() {
        assertThat(jobs).hasSizeGreaterThan(10);
        var death = database.sql("select now()").query(OffsetDateTime.class).single();
        jobs.forEach(it -> dieInTheMiddleOf(it.getName()));
        await().atMost(REST_OF_THE_MINUTE).until(() -> ranSince(death).containsAll(names()));
    }

    @Test
    @DisplayName(
            "W-08 a seldom job that failed is tried again within seconds, not when its hour or its night comes round")
    void whatComesSeldomIsTriedSoon() {
        // those that run at the start as well have done so
        await().until(() -> seldom().size() >= SELDOM);
        assertThat(jobs)
                .filteredOn(it -> seldom().contains(it.getName()))
                .allSatisfy(it ->
                        assertThat(it.getFailureHandler()).as(it.getName()).isInstanceOf(SoonAgain.class));
    }

    /** By what they say themselves: their next time is more than a minute after they ran. */
    private Set<String> seldom() {
        return Set.copyOf(
                database.sql("select task_name from scheduled_tasks where execution_time > now() + interval '61 s'")
                        .query(String.class)
                        .list());
    }

    private Set<String> names() {
        return jobs.stream().map(RecurringTask::getName).collect(Collectors.toSet());
    }

    private void dieInTheMiddleOf(String job) {
        // a job that this instance runs at the moment is picked anew as soon as it is done
        await().until(() -> database.sql("""
                        update scheduled_tasks
                        set picked = true, picked_by = 'dead', last_heartbeat = now() - :seconds * interval '1 s',
                            execution_time = now() - interval '1 min', version = version + 1
                        where task_name = :job and not picked
                        """)
                        .param("job", job)
                        .param("seconds", SECONDS_SINCE_ITS_LAST_HEARTBEAT)
                        .update()
                == 1);
    }

    private Set<String> ranSince(OffsetDateTime death) {
        return Set.copyOf(
                database.sql("""
                        select task_name from scheduled_tasks
                        where picked_by is distinct from 'dead' and greatest(last_success, last_failure) > :death
                        """).param("death", death).query(String.class).list());
    }
}
