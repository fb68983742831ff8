package tuanju.job;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Jobs that come again and again, and those whose worker died, when the clock went back. */
@Component
@RequiredArgsConstructor
class RecurringJobs implements WaitsForTheClock {

    private final JdbcClient jdbc;

    @Override
    public String named() {
        return "jobs";
    }

    @Override
    public int goOn(String ahead) {
        return deadWorkers(ahead) + recurring(ahead);
    }

    /** Whoever lives beats again within seconds, whoever does not counts as dead half a minute from now. */
    private int deadWorkers(String ahead) {
        return jdbc.sql("update scheduled_tasks set last_heartbeat = now() where picked and last_heartbeat > " + ahead)
                .update();
    }

    private int recurring(String ahead) {
        return jdbc.sql("""
                        update scheduled_tasks set execution_time = now(), last_success = now(), version = version + 1
                        where task_instance = 'recurring' and not picked and last_success > %s
                        """.formatted(ahead)).update();
    }
}
