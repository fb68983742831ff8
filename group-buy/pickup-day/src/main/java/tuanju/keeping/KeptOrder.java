package tuanju.keeping;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order whose pickup time is over and that nobody came for, with what was done about it so far. */
record KeptOrder(UUID order, Instant pickupUntil, Duration keptFor, List<BagStep> steps) {

    Instant until() {
        return steps.stream()
                .map(BagStep::keepUntil)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .orElse(pickupUntil.plus(keptFor));
    }

    boolean isKeptAt(Instant now) {
        return now.isBefore(until());
    }

    /** What the leader decided; null while it waits. */
    @Nullable
    Step decided() {
        var last = steps.stream()
                .filter(it -> it.step().decides() || it.step() == Step.REOPENED)
                .max(Comparator.comparingInt(BagStep::nr))
                .map(BagStep::step)
                .orElse(Step.REOPENED);
        return last.decides() ? last : null;
    }

    @Nullable
    Instant reminded() {
        return steps.stream()
                .filter(it -> it.step() == Step.REMINDED)
                .map(BagStep::at)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** The step that comes next, with the number nobody else may have taken meanwhile. */
    BagStep next(Step step, @Nullable Instant keepUntil) {
        return new BagStep(order, steps.size() + 1, step, keepUntil, Instant.EPOCH);
    }
}
