package tuanju.commission.watch;

import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.invariant.InvariantCheck;
import tuanju.invariant.InvariantWatch;

/** What must never be, and how it stood when it was looked at last: where one is broken, no money leaves. */
@Component
@RequiredArgsConstructor
class BringingStops {

    private static final List<String> CLAIMS = List.of("I-Y6", "I-Y1", "I-Y5");

    private final InvariantWatch watch;

    /**
     * One claim.
     *
     * @param key of its words in the messages
     * @param seen when it was looked at last; null before
     */
    record Stop(
            String id,
            String key,
            String claim,
            boolean broken,
            boolean holdsMoney,
            @Nullable Instant seen) {}

    List<Stop> now() {
        var checks = watch.checks();
        return CLAIMS.stream()
                .flatMap(id -> checks.stream().filter(it -> it.id().equals(id)).limit(1))
                .map(BringingStops::stop)
                .toList();
    }

    private static Stop stop(InvariantCheck it) {
        return new Stop(it.id(), it.key(), it.sentence(), it.isBroken(), it.holdsMoney(), it.checked());
    }
}
