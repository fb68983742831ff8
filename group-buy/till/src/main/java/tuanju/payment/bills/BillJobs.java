package tuanju.payment.bills;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tuanju.job.SoonAgain;

/** Yesterday's bills are there some time in the morning: they are asked for every hour until they are. */
@Configuration(proxyBeanMethods = false)
class BillJobs {

    @Bean
    RecurringTask<Void> dailyBillsTask(DailyBills bills) {
        var hourly = FixedDelay.ofHours(1);
        return Tasks.recurring("daily-bills", hourly)
                .onFailure(new SoonAgain<>(hourly))
                .execute((instance, context) -> bills.fetchDue());
    }
}
