package tuanju.teambuy.seating;

import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tuanju.order.OrderId;
import tuanju.teambuy.TeamId;
import tuanju.teambuy.TeamSettings;
import tuanju.teambuy.TeamTasks;

/** The jobs of team buys; each runs on one instance at a time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TeamSettings.class)
class TeamConfiguration {

    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);

    @Bean
    OneTimeTask<Void> endTeam(TeamEnding ending) {
        return Tasks.oneTime(TeamTasks.END_TEAM)
                .onFailure(new ExponentialBackoffFailureHandler<>(FIRST_RETRY))
                .execute((task, context) ->
                        ending.endIfDue(TeamTasks.community(task.getId()), new TeamId(TeamTasks.id(task.getId()))));
    }

    @Bean
    OneTimeTask<Void> refundSeat(SeatRefunding refunding) {
        return Tasks.oneTime(TeamTasks.REFUND_SEAT)
                .onFailure(new ExponentialBackoffFailureHandler<>(FIRST_RETRY))
                .execute((task, context) ->
                        refunding.refund(TeamTasks.community(task.getId()), new OrderId(TeamTasks.id(task.getId()))));
    }

    @Bean
    RecurringTask<Void> sweepTeams(TeamSweep sweep) {
        return Tasks.recurring("teambuy-sweep", FixedDelay.of(Duration.ofSeconds(5)))
                .execute((task, context) -> sweep.run());
    }
}
