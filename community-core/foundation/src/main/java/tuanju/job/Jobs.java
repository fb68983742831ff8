package tuanju.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the work that the program does by the clock stands: what comes again and again, and deadlines that come once. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class Jobs {

    /** Nobody took it a minute after its time, or whoever took it has not been heard of for two. */
    private static final String LATE = """
            (not picked and execution_time < now() - interval '1 minute'
                or picked and last_heartbeat < now() - interval '2 minutes')
            """;

    private final JdbcClient jdbc;

    /**
     * One job that comes again and again.
     *
     * @param succeeded when it was last done; null before the first time
     * @param failures how often in a row it has failed since
     * @param by who does it now; null while nobody does
     */
    public record Job(
            String name,
            @Nullable Instant succeeded,
            Instant next,
            int failures,
            @Nullable String by,
            boolean late) {}

    /**
     * Deadlines of one kind.
     *
     * @param late whose time has come and that nobody does
     * @param failing that were tried and failed
     */
    public record Deadlines(String name, int waiting, int late, int failing, Instant next) {}

    /** Those that are late or failing first. */
    public List<Job> recurring() {
        return jdbc.sql("""
                        select task_name, last_success, execution_time, coalesce(consecutive_failures, 0) as failures,
                            case when picked then picked_by end as by, %s as late
                        from scheduled_tasks where task_instance = 'recurring'
                        order by late desc, failures desc, task_name
                        """.formatted(LATE)).query(Jobs::job).list();
    }

    /** Kind by kind. */
    public List<Deadlines> deadlines() {
        return jdbc.sql("""
                        select task_name, count(*) as waiting, count(*) filter (where %s) as late,
                            count(*) filter (where consecutive_failures > 0) as failing, min(execution_time) as next
                        from scheduled_tasks where task_instance <> 'recurring'
                        group by task_name order by late desc, task_name
                        """.formatted(LATE)).query(Jobs::ofOneKind).list();
    }

    private static Job job(ResultSet row, int number) throws SQLException {
        var succeeded = row.getTimestamp("last_success");
        return new Job(
                row.getString("task_name"),
                succeeded == null ? null : succeeded.toInstant(),
                row.getTimestamp("execution_time").toInstant(),
                row.getInt("failures"),
                row.getString("by"),
                row.getBoolean("late"));
    }

    private static Deadlines ofOneKind(ResultSet row, int number) throws SQLException {
        return new Deadlines(
                row.getString("task_name"),
                row.getInt("waiting"),
                row.getInt("late"),
                row.getInt("failing"),
                row.getTimestamp("next").toInstant());
    }
}
