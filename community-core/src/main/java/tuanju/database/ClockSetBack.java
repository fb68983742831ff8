package tuanju.database;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has jobs and events go on when the machine's clock was fast and is set back: they would wait for a time that the
 * clock reached once and will not reach for hours. Looks by a thread of its own, because a job may be what waits.
 * Deadlines of people stay as they were written.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class ClockSetBack {

    /** Clocks of several instances differ by so much and nothing is wrong. */
    private static final String AHEAD = "now() + interval '1 minute'";

    private final JdbcClient jdbc;

    /** Brings back to now what lies further ahead than the program itself ever puts it. */
    @Scheduled(fixedDelay = 60_000)
    @Transactional
    public void look() {
        var jobs = deadWorkers() + recurringJobs();
        var events = events();
        var claims = claims();
        if (jobs + events + claims > 0) {
            log.warn("The clock was set back: {} jobs, {} events, {} claims go on now", jobs, events, claims);
        }
    }

    /** Whoever lives beats again within seconds, whoever does not counts as dead half a minute from now. */
    private int deadWorkers() {
        return jdbc.sql("update scheduled_tasks set last_heartbeat = now() where picked and last_heartbeat > " + AHEAD)
                .update();
    }

    private int recurringJobs() {
        return jdbc.sql("""
                        update scheduled_tasks set execution_time = now(), last_success = now(), version = version + 1
                        where task_instance = 'recurring' and not picked and last_success > %s
                        """.formatted(AHEAD)).update();
    }

    private int events() {
        return jdbc.sql("update event_publication set due_at = now() where due_at > %s + interval '1 second' * %d"
                        .formatted(AHEAD, OutboxRows.LONGEST_PAUSE.toSeconds()))
                .update();
    }

    private int claims() {
        return jdbc.sql("""
                        update invariant_check set next_at = now()
                        where next_at > %s + interval '1 second' * greatest(:round, took_ms / 1000.0 * :seldom)
                        """.formatted(AHEAD))
                .param("round", InvariantWatch.ROUND.toSeconds())
                .param("seldom", InvariantWatch.A_HUNDREDTH)
                .update();
    }
}
