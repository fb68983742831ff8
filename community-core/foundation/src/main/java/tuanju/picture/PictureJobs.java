package tuanju.picture;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tuanju.job.SoonAgain;

/** Uploads that nothing shows after a day are gone, on one instance at a time. */
@Configuration(proxyBeanMethods = false)
class PictureJobs {

    @Bean
    RecurringTask<Void> sweepPictures(PictureRows rows) {
        var often = FixedDelay.ofHours(1);
        return Tasks.recurring("picture-sweep", often)
                .onFailure(new SoonAgain<>(often))
                .execute((task, context) -> rows.sweep());
    }
}
