package tuanju.database;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneId;
import lombok.extern.slf4j.Slf4j;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every night whether anything that must never happen has happened, and says so loudly. */
@Slf4j
@Configuration(proxyBeanMethods = false)
class InvariantWatch {

    @Bean
    RecurringTask<Void> invariantWatchTask(Invariants invariants) {
        return Tasks.recurring("invariant-watch", Schedules.daily(ZoneId.of("Asia/Shanghai"), LocalTime.of(3, 30)))
                .execute((instance, context) -> watch(invariants));
    }

    static void watch(Invariants invariants) {
        var violations = invariants.violations();
        violations.forEach(it -> log.error("Invariant broken: {} rows {}", it.claim(), it.rows()));
        log.info("Invariants checked, {} broken", violations.size());
    }
}
