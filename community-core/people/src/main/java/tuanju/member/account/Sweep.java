package tuanju.member.account;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tuanju.job.SoonAgain;
import tuanju.member.ApiTokens;
import tuanju.member.code.OneTimeCodes;

/** Forgets used codes after a day, tokens that have run out, and what came late of accounts that were closed. */
@Configuration(proxyBeanMethods = false)
class Sweep {
    @Bean
    RecurringTask<Void> memberSweep(OneTimeCodes codes, ApiTokens tokens, ForgettingPeople forgetting) {
        var hourly = FixedDelay.ofHours(1);
        return Tasks.recurring("member-sweep", hourly)
                .onFailure(new SoonAgain<>(hourly))
                .execute((task, context) -> {
                    codes.forgetOld();
                    tokens.forgetOld();
                    forgetting.again();
                });
    }
}
