package tuanju.order.aftersale;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.order.OrderId;

/**
 * Brings each order of a cycle to what was decided about all of them: one task per order, written in the transaction that
 * decides, so that no restart forgets one, one failing order holds up no other, and each has a transaction of its own.
 */
@Component
@RequiredArgsConstructor
public class Errands {

    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);

    /** Asked late: the scheduler itself needs the tasks that need this. */
    private final ObjectProvider<SchedulerClient> scheduler;

    private final Clock clock;

    /** The job that does errands of this kind; one that fails is tried again, each time after a longer pause. */
    public static OneTimeTask<Void> task(String kind, Consumer<Errand> doing) {
        return Tasks.oneTime(TaskDescriptor.of(kind))
                .onFailure(new ExponentialBackoffFailureHandler<>(FIRST_RETRY))
                .execute((task, context) -> doing.accept(Errand.named(task.getId())));
    }

    /** To be done to each of these orders at this time; one that is to be done already is not asked for twice. */
    public void queue(String kind, Collection<Errand> errands, Instant at) {
        var tasks = TaskDescriptor.of(kind);
        for (var errand : errands) {
            scheduler
                    .getObject()
                    .scheduleIfNotExists(tasks.instance(errand.name()).build(), at);
        }
    }

    /** To be done now, once. */
    public void queue(String kind, CommunityId community, UUID source, Collection<OrderId> orders) {
        queue(kind, errands(community, source, orders, ""), clock.instant());
    }

    /** To be done now, each time by a task of its own: an earlier one may be running just now. */
    public void queueAnew(String kind, CommunityId community, UUID source, Collection<OrderId> orders) {
        queue(kind, errands(community, source, orders, Ids.next().toString()), clock.instant());
    }

    private static Collection<Errand> errands(
            CommunityId community, UUID source, Collection<OrderId> orders, String round) {
        return orders.stream()
                .map(order -> new Errand(community, source, order, round))
                .toList();
    }
}
