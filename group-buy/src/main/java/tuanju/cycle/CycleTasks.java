package tuanju.cycle;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs of this module. */
@Configuration(proxyBeanMethods = false)
class CycleTasks {

    @Bean
    OneTimeTask<Void> cycleCutOff(CycleClosing closing) {
        return Tasks.oneTime(CutOffs.TASK).execute((task, context) -> closing.closeIfDue(CutOffs.Due.of(task)));
    }
}
