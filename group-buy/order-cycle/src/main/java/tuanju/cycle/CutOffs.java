package tuanju.cycle;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.order.OrderId;
import tuanju.order.aftersale.Errand;
import tuanju.order.aftersale.Errands;

/**
 * Remembers what the clock must do: decide each open cycle at its cut-off, and bring each order to what was decided.
 * Written in the transaction that makes it necessary, so that no restart forgets it.
 */
@Component
@RequiredArgsConstructor
public class CutOffs {

    public static final String TASK = "cycle-cut-off";
    public static final String SETTLE = "cycle-settle-order";

    /** Whoever ordered in time may finish paying for so long. */
    public static final int MINUTES_TO_FINISH_PAYING = 15;

    /** Whether the next step of a cycle is due by the database's clock. */
    static final String DUE = """
            (status = 'OPEN' and cut_off <= now() and (decide_by is null or decide_by <= now())
                or status = 'BOXFILL' and boxfill_until <= now())
            """;

    /** How much longer a cycle takes orders that its leader extends. */
    public static final Duration ONE_DAY = Duration.ofDays(1);

    private static final int BATCH = 100;

    /** Asked late: the scheduler itself needs the tasks that need this. */
    private final ObjectProvider<SchedulerClient> scheduler;

    private final Errands errands;
    private final JdbcClient jdbc;

    public void schedule(CycleCard cycle) {
        var name = cycle.community().value() + "/" + cycle.id();
        scheduler.getObject().scheduleIfNotExists(new TaskInstance<>(TASK, name), cycle.cutOff());
    }

    /** Its cut-off is another one since. */
    public void reschedule(CycleCard cycle) {
        var name = cycle.community().value() + "/" + cycle.id();
        scheduler
                .getObject()
                .schedule(
                        new TaskInstance<>(TASK, name),
                        cycle.cutOff(),
                        SchedulerClient.ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
    }

    public void settle(CycleCard cycle, List<OrderId> orders, Instant at) {
        var settling = orders.stream()
                .map(order -> Errand.to(cycle.community(), cycle.id(), order))
                .toList();
        errands.queue(SETTLE, settling, at);
    }

    /** Cycles whose next step is due: those that waited for a payer, a leader or a case, and those a task has missed. */
    public List<Due> due() {
        return jdbc.sql("select community_id, id from order_cycle where " + DUE + " order by cut_off limit :batch")
                .param("batch", BATCH)
                .query((row, number) -> new Due(
                        new CommunityId(row.getObject("community_id", UUID.class)), row.getObject("id", UUID.class)))
                .list();
    }

    /** The cycle a task is about. */
    public record Due(CommunityId community, UUID cycle) {

        public static Due of(TaskInstanceId task) {
            var parts = task.getId().split("/", -1);
            return new Due(new CommunityId(UUID.fromString(parts[0])), UUID.fromString(parts[1]));
        }
    }
}
