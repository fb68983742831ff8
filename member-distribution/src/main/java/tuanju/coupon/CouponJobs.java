package tuanju.coupon;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tuanju.job.SoonAgain;

/** What coupons do by the clock, once in a cluster. */
@Configuration(proxyBeanMethods = false)
class CouponJobs {

    @Bean
    RecurringTask<Void> remindOfCoupons(CouponReminding reminding) {
        var often = FixedDelay.ofMinutes(10);
        return Tasks.recurring("coupon-remind", often)
                .onFailure(new SoonAgain<>(often))
                .execute((task, context) -> reminding.run());
    }
}
