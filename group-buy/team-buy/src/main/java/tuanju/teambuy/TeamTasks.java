package tuanju.teambuy;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.order.OrderId;

/**
 * Writes down what must happen later, in the transaction that decides it: the end of a team at its deadline, and each
 * refund. Tasks survive restarts, run on one instance and are retried.
 */
@Component
@NamedInterface("rooms")
public class TeamTasks {

    public static final TaskDescriptor<Void> END_TEAM = TaskDescriptor.of("teambuy-end-team");
    public static final TaskDescriptor<Void> REFUND_SEAT = TaskDescriptor.of("teambuy-refund-seat");

    /** Asked late: the scheduler itself needs the tasks that need this. */
    private final ObjectProvider<SchedulerClient> scheduler;

    TeamTasks(ObjectProvider<SchedulerClient> scheduler) {
        this.scheduler = scheduler;
    }

    void endAt(CommunityId community, TeamId team, Instant deadline) {
        scheduler
                .getObject()
                .scheduleIfNotExists(
                        END_TEAM.instance(name(community, team.value())).build(), deadline);
    }

    public void refund(CommunityId community, OrderId order, Instant at) {
        scheduler
                .getObject()
                .scheduleIfNotExists(
                        REFUND_SEAT.instance(name(community, order.value())).build(), at);
    }

    private static String name(CommunityId community, UUID id) {
        return community.value() + "/" + id;
    }

    public static CommunityId community(String name) {
        return new CommunityId(UUID.fromString(name.substring(0, name.indexOf('/'))));
    }

    public static UUID id(String name) {
        return UUID.fromString(name.substring(name.indexOf('/') + 1));
    }
}
