package tuanju.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.annotation.Transactional;
import support.TestDatabase;

/** Each test plants its jobs in a transaction that is rolled back, so that nobody takes them. */
@SpringBootTest
@ActiveProfiles("test")
@Import(TestDatabase.class)
@Transactional
@DisplayName("W-07 How jobs stand")
class JobsTest {

    @Autowired
    private Jobs jobs;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @DisplayName("one that nobody takes a minute after its time is late, and so is one whose taker fell silent")
    void whoIsLate() {
        plant("a-waits", "recurring", "execution_time = now() + interval '1 minute'");
        plant("b-missed", "recurring", "execution_time = now() - interval '2 minutes'");
        plant("c-runs", "recurring", "picked = true, picked_by = 'here', last_heartbeat = now()");
        plant(
                "d-silent",
                "recurring",
                "picked = true, picked_by = 'gone', last_heartbeat = now() - interval '3 minutes'");
        plant("e-fails", "recurring", "consecutive_failures = 4, execution_time = now() + interval '1 hour'");

        assertThat(jobs.recurring())
                .filteredOn(it -> it.name().matches("[a-e]-.*"))
                .extracting(Jobs.Job::name, Jobs.Job::late, Jobs.Job::failures, Jobs.Job::by)
                .containsExactly(
                        tuple("b-missed", true, 0, null),
                        tuple("d-silent", true, 0, "gone"),
                        tuple("e-fails", false, 4, null),
                        tuple("a-waits", false, 0, null),
                        tuple("c-runs", false, 0, "here"));
    }

    @Test
    @DisplayName("deadlines are counted by their kind: waiting, late, failing")
    void deadlinesByTheirKind() {
        plant("x-end", "1", "execution_time = now() + interval '1 hour'");
        plant("x-end", "2", "execution_time = now() - interval '1 hour'");
        plant("x-end", "3", "consecutive_failures = 1");

        assertThat(jobs.deadlines())
                .filteredOn(it -> it.name().equals("x-end"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.waiting()).isEqualTo(3);
                    assertThat(it.late()).isOne();
                    assertThat(it.failing()).isOne();
                });
    }

    private void plant(String name, String instance, String as) {
        jdbc.sql("""
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        values (?, ?, now(), false, 1)
                        """).params(name, instance).update();
        jdbc.sql("update scheduled_tasks set " + as + " where task_name = ? and task_instance = ?")
                .params(name, instance)
                .update();
    }
}
