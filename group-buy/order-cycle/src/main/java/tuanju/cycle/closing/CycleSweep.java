package tuanju.cycle.closing;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Component;
import tuanju.cycle.CutOffs;

/** Looks again at cycles the clock should have moved; one that fails holds up nobody and comes again. */
@Slf4j
@Component
@RequiredArgsConstructor
class CycleSweep {

    private final CutOffs cutOffs;
    private final CycleDeciding deciding;

    void run() {
        for (var due : cutOffs.due()) {
            try {
                deciding.decideIfDue(due);
            } catch (RuntimeException e) {
                log.warn("{} waits for the next sweep", due, e);
            }
        }
    }
}
