package tuanju.household;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.money.Money;
import tuanju.order.OrderKind;
import tuanju.order.OrderStatus;
import tuanju.order.book.OrderSheet;

/**
 * What of a household's money its leader can take by hand now; who pays through us pays there.
 *
 * @param countsAt when what was said to have come counts; null while nothing waits for that
 */
record ByHand(Money open, @Nullable Instant countsAt) {

    /** An order placed here that is to be paid by hand, and when what was said of it counts. */
    record Due(long fen, @Nullable Instant countsAt) {}

    static ByHand of(List<OrderSheet> orders, Map<UUID, Due> dues) {
        var placed = orders.stream()
                .filter(it -> it.status() == OrderStatus.PLACED)
                .map(it -> dues.get(it.id().value()))
                .filter(Objects::nonNull)
                .toList();
        long imported = orders.stream()
                .filter(it -> it.kind() == OrderKind.IMPORT)
                .mapToLong(it -> it.dues().open().fen())
                .sum();
        long waiting = placed.stream()
                .filter(it -> it.countsAt() == null)
                .mapToLong(Due::fen)
                .sum();
        return new ByHand(
                Money.ofFen(imported + waiting),
                placed.stream()
                        .map(Due::countsAt)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }
}
