package tuanju.cycle;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;

/** Remembers when each open cycle is to be closed; written in the transaction that opens it. */
@Component
@RequiredArgsConstructor
class CutOffs {

    static final String TASK = "cycle-cut-off";

    private final ObjectProvider<SchedulerClient> scheduler;

    void schedule(CycleCard cycle) {
        var name = cycle.community().value() + "/" + cycle.id();
        scheduler.getObject().scheduleIfNotExists(new TaskInstance<>(TASK, name), cycle.cutOff());
    }

    /** The cycle a task is about. */
    record Due(CommunityId community, UUID cycle) {

        static Due of(TaskInstanceId task) {
            var parts = task.getId().split("/", -1);
            return new Due(new CommunityId(UUID.fromString(parts[0])), UUID.fromString(parts[1]));
        }
    }
}
