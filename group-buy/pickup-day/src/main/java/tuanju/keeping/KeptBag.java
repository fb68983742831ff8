package tuanju.keeping;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tuanju.pickup.Household;

/**
 * A household's bag that nobody came for.
 *
 * @param pieces those of it that were not handed over
 */
record KeptBag(Household bag, long pieces, String path, boolean own, List<KeptOrder> orders) {

    public String key() {
        return bag.key();
    }

    public String door() {
        return bag.door();
    }

    public String people() {
        return bag.people();
    }

    public String phones() {
        return bag.phones();
    }

    public Instant until() {
        return orders.stream()
                .map(KeptOrder::until)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    public @Nullable Instant reminded() {
        return orders.stream()
                .map(KeptOrder::reminded)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Those that were decided about, or those that still wait: neighbours behind one door order at different times. */
    List<KeptOrder> orders(boolean decided) {
        return orders.stream()
                .filter(order -> (order.decided() != null) == decided)
                .toList();
    }

    /** The same for who locks them: a desk that hands them over locks them in this sequence too. */
    List<KeptOrder> inOneOrder(boolean decided) {
        return orders(decided).stream()
                .sorted(Comparator.comparing(KeptOrder::order))
                .toList();
    }

    /** What was decided for all of it; null while any of it waits. */
    public @Nullable Step decided() {
        var decisions = orders.stream().map(KeptOrder::decided).toList();
        return decisions.stream().anyMatch(Objects::isNull) ? null : decisions.getFirst();
    }

    boolean isKeptAt(Instant now) {
        return now.isBefore(until());
    }

    /** As a whole group may read it: 王** 86-7**. */
    String masked() {
        return (bag.people() + " " + bag.at().masked()).strip();
    }
}
