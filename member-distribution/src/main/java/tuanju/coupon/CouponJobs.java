package tuanju.coupon;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What coupons do by the clock, once in a cluster. */
@Configuration(proxyBeanMethods = false)
class CouponJobs {

    @Bean
    RecurringTask<Void> remindOfCoupons(CouponReminding reminding) {
        return Tasks.recurring("coupon-remind", FixedDelay.ofMinutes(10)).execute((task, context) -> reminding.run());
    }
}
