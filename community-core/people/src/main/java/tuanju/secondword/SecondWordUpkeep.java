package tuanju.secondword;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import tuanju.job.SoonAgain;
import tuanju.member.OperatorDismissed;

/** Ends proposals that nobody may confirm any more. */
@Configuration(proxyBeanMethods = false)
class SecondWordUpkeep {

    @Bean
    RecurringTask<Void> secondWordSweep(SecondWords words) {
        var hourly = FixedDelay.ofHours(1);
        return Tasks.recurring("second-word-sweep", hourly)
                .onFailure(new SoonAgain<>(hourly))
                .execute((task, context) -> words.forgetOld());
    }

    /** A proposal falls with the role of who made it. */
    @Component
    @RequiredArgsConstructor
    static class DismissedProposers {

        private final SecondWords words;

        @ApplicationModuleListener
        void on(OperatorDismissed event) {
            words.fallWith(event.member());
        }
    }
}
