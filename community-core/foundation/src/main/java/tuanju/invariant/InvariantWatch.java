package tuanju.invariant;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Looks all the time whether anything that must never happen has happened, a few claims at a time. A claim is asked every
 * five minutes, and a slow one so much seldomer that it never takes more than a hundredth of the time; all of them are
 * asked at night, with more patience. What is broken is asked again every minute (a slow one a tenth of the time), so
 * that it is soon known to be whole again.
 */
@Slf4j
@Component
@RequiredArgsConstructor
public class InvariantWatch {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PATIENCE_OF_A_PERSON = Duration.ofSeconds(5);
    private static final Duration PATIENCE_AT_NIGHT = Duration.ofMinutes(5);
    static final Duration ROUND = Duration.ofMinutes(5);
    private static final Duration BROKEN = Duration.ofMinutes(1);
    private static final int AT_ONCE = 8;
    private static final long AT_ONCE_NANOS = TimeUnit.SECONDS.toNanos(5);
    static final int A_HUNDREDTH = 100;
    private static final int A_TENTH = 10;

    private final InvariantRows rows;
    private final InvariantReading reading;
    private final Map<String, Invariant> invariants =
            Invariants.all().stream().collect(Collectors.toUnmodifiableMap(Invariant::claim, Function.identity()));
    private final AtomicBoolean kept = new AtomicBoolean();

    /** How every claim stood when it was last looked at, what holds money back first. */
    public List<InvariantCheck> checks() {
        return rows.all();
    }

    /** Looks at the claims that have waited longest, as many as are quickly done. */
    void lookAtAFew() {
        keep();
        long begun = System.nanoTime();
        var due = rows.due().stream()
                .filter(invariants::containsKey)
                .limit(AT_ONCE)
                .toList();
        for (var claim : due) {
            if (System.nanoTime() - begun > AT_ONCE_NANOS) {
                return;
            }
            look(claim, PATIENCE);
        }
    }

    /** Looks at every claim, however long one takes. */
    void lookAtAll() {
        keep();
        var broken = new ArrayList<String>();
        for (var claim : invariants.keySet()) {
            if (look(claim, PATIENCE_AT_NIGHT)) {
                broken.add(claim);
            }
        }
        log.info("All {} invariants looked at, broken: {}", invariants.size(), broken);
    }

    /** Looks at one claim now, for somebody who waits, and says whether it was seen to be broken. */
    public boolean look(String claim) {
        keep();
        return look(claim, PATIENCE_OF_A_PERSON);
    }

    private boolean look(String claim, Duration patience) {
        var invariant = invariants.get(claim);
        if (invariant == null) {
            return false;
        }
        long begun = System.nanoTime();
        try {
            var found = reading.of(invariant, patience);
            if (found.isBroken()) {
                found = reading.of(invariant, patience); // an alarm that stops money is worth a second look
            }
            tell(invariant, found);
            rows.seen(claim, found, since(begun), next(since(begun), found.isBroken()));
            return found.isBroken();
        } catch (DataAccessException e) {
            log.warn(
                    "Invariant could not be looked at: {}: {}",
                    claim,
                    e.getClass().getSimpleName());
            rows.unseen(claim, since(begun), next(since(begun), false));
            return false;
        }
    }

    private static void tell(Invariant invariant, InvariantFinding found) {
        if (found.isBroken()) {
            log.error("Invariant broken by {} rows: {}\n{}", found.rows(), invariant.claim(), found.sample());
        }
    }

    /** How long from now it is asked again. */
    static Duration next(Duration took, boolean broken) {
        var later = took.multipliedBy(broken ? A_TENTH : A_HUNDREDTH);
        var atLeast = broken ? BROKEN : ROUND;
        return later.compareTo(atLeast) > 0 ? later : atLeast;
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private void keep() {
        if (kept.compareAndSet(false, true)) {
            rows.keep(List.copyOf(invariants.values()));
        }
    }
}
