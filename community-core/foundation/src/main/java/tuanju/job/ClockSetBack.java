package tuanju.job;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has jobs and events go on when the machine's clock was fast and is set back: they would wait for a time that the
 * clock reached once and will not reach for hours. Looks by a thread of its own, because a job may be what waits.
 * Deadlines of people stay as they were written.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class ClockSetBack {

    /** Clocks of several instances differ by so much and nothing is wrong. */
    private static final String AHEAD = "now() + interval '1 minute'";

    private final List<WaitsForTheClock> waiting;

    /** Brings back to now what lies further ahead than the program itself ever puts it. */
    @Scheduled(fixedDelay = 60_000)
    @Transactional
    public void look() {
        Map<String, Integer> going =
                waiting.stream().collect(Collectors.toMap(WaitsForTheClock::named, it -> it.goOn(AHEAD)));
        if (going.values().stream().anyMatch(it -> it > 0)) {
            log.warn("The clock was set back, and goes on now: {}", going);
        }
    }
}
