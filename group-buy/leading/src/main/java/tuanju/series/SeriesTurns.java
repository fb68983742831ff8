package tuanju.series;

import java.time.Clock;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tuanju.community.Communities;
import tuanju.community.Leaders;
import tuanju.cycle.CycleStatus;
import tuanju.cycle.planning.CycleRounds;

/** Takes the turns of series that are due: each once, all of it or nothing. */
@Slf4j
@Component
@RequiredArgsConstructor
class SeriesTurns {

    private final SeriesRows rows;
    private final CycleRounds rounds;
    private final Leaders leaders;
    private final Communities communities;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** One that fails holds up nobody; its leader is told, and it comes again at its next turn. */
    void run() {
        for (var due : rows.due()) {
            turn(due);
        }
    }

    void turn(Series due) {
        try {
            transaction.executeWithoutResult(status -> rows.lockDue(due).ifPresent(this::take));
        } catch (RuntimeException e) {
            log.warn("Series {} could not open its next round", due.id(), e);
            transaction.executeWithoutResult(
                    status -> rows.lockDue(due).ifPresent(it -> turned(it, Series.Outcome.FAILED)));
        }
    }

    private void take(Series series) {
        if (!leaders.leads(series.leader(), series.community())) {
            rows.end(series);
            return;
        }
        var latest = rounds.latest(series.community(), series.cycle());
        if (latest.status().isTaking()) {
            turned(series, Series.Outcome.SKIPPED);
        } else if (latest.status() == CycleStatus.DRAFT) {
            // what its leader is still writing is the next round: nothing opens past it, and it does not open itself
            turned(series, Series.Outcome.WAITING);
        } else if (series.opens()) {
            rounds.again(series.leader(), latest);
            turned(series, Series.Outcome.OPENED);
        } else {
            rounds.draft(series.leader(), latest);
            turned(series, Series.Outcome.WAITING);
        }
    }

    private void turned(Series series, Series.Outcome outcome) {
        var zone = communities.get(series.community()).zone();
        rows.turned(series, outcome, series.rhythm().after(series.next(), clock.instant(), zone));
    }
}
