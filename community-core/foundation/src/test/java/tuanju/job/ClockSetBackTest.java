package tuanju.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.annotation.Transactional;
import support.TestDatabase;

/** Each test plants its rows in a transaction that is rolled back, so that nobody takes them. */
@SpringBootTest
@ActiveProfiles("test")
@Import(TestDatabase.class)
@Transactional
@DisplayName("F-38 The clock was two hours fast, and was set back")
class ClockSetBackTest {

    private static final String IS_NOW = " between now() - interval '1 second' and now() from ";

    @Autowired
    private ClockSetBack clock;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @DisplayName("a job whose worker was killed then counts as dead like any other, and is taken over within a minute")
    void aDeadWorkerIsNoticed() {
        plantJob("x-killed", "picked = true, picked_by = 'gone', last_heartbeat = now() + interval '2 hours'");
        plantJob("x-alive", "picked = true, picked_by = 'here', last_heartbeat = now() + interval '20 seconds'");

        clock.look();

        assertThat(isNow("last_heartbeat", "scheduled_tasks where task_name = 'x-killed'"))
                .isTrue();
        assertThat(isNow("last_heartbeat", "scheduled_tasks where task_name = 'x-alive'"))
                .isFalse();
    }

    @Test
    @DisplayName("a job that comes every few seconds comes now, and one that comes once stays at its time")
    void recurringJobsGoOn() {
        var fast = "last_success = now() + interval '2 hours', execution_time = now() + interval '2 hours'";
        plantJob("x-often", fast);
        plantJob("x-daily", "last_success = now() - interval '1 hour', execution_time = now() + interval '23 hours'");
        plantJob("x-deadline", "task_instance = 'one', execution_time = now() + interval '2 hours'");

        clock.look();

        assertThat(List.of("x-often", "x-daily", "x-deadline"))
                .filteredOn(it -> isNow("execution_time", "scheduled_tasks where task_name = '" + it + "'"))
                .containsExactly("x-often");
    }

    @Test
    @DisplayName("what happened is heard now; what failed for long waits its hour and no more")
    void eventsAreHeard() {
        var late = plantEvent("2 hours");
        var failing = plantEvent("59 minutes");

        clock.look();

        assertThat(isNow("due_at", "event_publication where id = '" + late + "'"))
                .isTrue();
        assertThat(isNow("due_at", "event_publication where id = '" + failing + "'"))
                .isFalse();
    }

    @Test
    @DisplayName("claims about the data are looked at now, and a slow one as seldom as before")
    void claimsAreLookedAt() {
        plantClaim("I-X1 quick", 10, "2 hours");
        plantClaim("I-X2 slow", 60_000, "90 minutes");

        clock.look();

        assertThat(isNow("next_at", "invariant_check where claim = 'I-X1 quick'"))
                .isTrue();
        assertThat(isNow("next_at", "invariant_check where claim = 'I-X2 slow'"))
                .isFalse();
    }

    private boolean isNow(String column, String row) {
        return jdbc.sql("select " + column + IS_NOW + row).query(Boolean.class).single();
    }

    private void plantJob(String name, String as) {
        jdbc.sql("""
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        values (:name, 'recurring', now(), false, 1)
                        """).param("name", name).update();
        jdbc.sql("update scheduled_tasks set " + as + " where task_name = :name")
                .param("name", name)
                .update();
    }

    private UUID plantEvent(String dueIn) {
        return jdbc.sql("""
                        insert into event_publication
                            (id, listener_id, event_type, serialized_event, subject, publication_date, due_at)
                        values (gen_random_uuid(), 'nobody', 'Nothing', '{}', gen_random_uuid(), now(), now() + :in::interval)
                        returning id
                        """).param("in", dueIn).query(UUID.class).single();
    }

    private void plantClaim(String claim, int tookMillis, String nextIn) {
        jdbc.sql("""
                        insert into invariant_check (claim, money, took_ms, next_at)
                        values (:claim, false, :took, now() + :in::interval)
                        """)
                .param("claim", claim)
                .param("took", tookMillis)
                .param("in", nextIn)
                .update();
    }
}
