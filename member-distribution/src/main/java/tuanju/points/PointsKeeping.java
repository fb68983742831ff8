package tuanju.points;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves points in and out of lots. Whoever does holds the order's payments first where they ask for them, then the account, then the
 * books. Whatever comes works off what is owed before anything else, also before it can be spent.
 */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
class PointsKeeping {

    private final PointsLotRows lots;
    private final PointsBook book;
    private final Clock clock;

    /** A new lot. */
    void add(Owner owner, Entry.Kind kind, Lot lot) {
        int debt = lots.lock(owner);
        var moved = new ArrayList<Entry>();
        put(owner, kind, lot, moved);
        workOff(owner, debt, lot.order(), moved);
        book.write(owner, moved);
    }

    /** What an order gave is taken back: of its own lot, then of what ends first; what is not there is owed. */
    void takeBack(Owner owner, UUID order, int points) {
        lots.lock(owner);
        var moved = new ArrayList<Entry>();
        int left = take(owner, Entry.Kind.TAKEN_BACK, order, points, moved);
        owe(owner, order, left, moved);
        book.write(owner, moved);
    }

    /** What comes back of an order: to its lots where their time is not over, and else for a while. */
    void giveBack(Owner owner, UUID order, List<PointsHoldRows.Part> parts, int owed) {
        int debt = lots.lock(owner);
        var moved = new ArrayList<Entry>();
        for (var part : parts) {
            if (lots.giveBack(owner, part.lot(), part.points())) {
                moved.add(Entry.of(Entry.Kind.GIVEN_BACK, part.lot(), part.points(), order));
            } else {
                put(owner, Entry.Kind.GIVEN_BACK, Lot.again(order, part.points(), clock.instant()), moved);
            }
        }
        if (owed > 0) {
            put(owner, Entry.Kind.GIVEN_BACK, Lot.again(order, owed, clock.instant()), moved);
        }
        workOff(owner, debt, order, moved);
        book.write(owner, moved);
    }

    /** What an order had set aside left its lots. */
    void spent(Owner owner, UUID order, List<PointsHoldRows.Part> parts) {
        book.write(
                owner,
                parts.stream()
                        .map(it -> Entry.of(Entry.Kind.SPENT, it.lot(), -it.points(), order))
                        .toList());
    }

    /** An order was paid after its points were free again: it kept its price, so that they go, and what is gone is owed. */
    List<PointsHoldRows.Part> spendLate(Owner owner, UUID order, int points) {
        lots.lock(owner);
        var moved = new ArrayList<Entry>();
        int left = take(owner, Entry.Kind.SPENT, order, points, moved);
        var parts = new ArrayList<PointsHoldRows.Part>();
        for (var entry : moved) {
            var lot = entry.lot();
            if (lot != null) {
                parts.add(new PointsHoldRows.Part(lot, -entry.points()));
            }
        }
        owe(owner, order, left, moved);
        book.write(owner, moved);
        return parts;
    }

    /** What an order had set aside is free; of a lot whose time was over meanwhile it is again for a while. */
    void freed(Owner owner, UUID order, List<PointsHoldRows.Part> ended) {
        int debt = lots.lock(owner);
        var moved = new ArrayList<Entry>();
        for (var part : ended) {
            lots.take(owner, part.lot(), part.points());
            moved.add(Entry.of(Entry.Kind.RENEWED, part.lot(), -part.points(), order));
            put(owner, Entry.Kind.RENEWED, Lot.again(order, part.points(), clock.instant()), moved);
        }
        workOff(owner, debt, order, moved);
        book.write(owner, moved);
    }

    private void put(Owner owner, Entry.Kind kind, Lot lot, List<Entry> moved) {
        lots.add(owner, lot);
        moved.add(Entry.of(kind, lot.id(), lot.points(), lot.order()));
    }

    private void owe(Owner owner, UUID order, int points, List<Entry> moved) {
        if (points > 0) {
            lots.owe(owner, points);
            moved.add(Entry.owed(points, order));
        }
    }

    private void workOff(Owner owner, int debt, @Nullable UUID order, List<Entry> moved) {
        if (debt == 0) {
            return;
        }
        var taken = new ArrayList<Entry>();
        int left = take(owner, Entry.Kind.WORKED_OFF, order, debt, taken);
        taken.forEach(it -> moved.add(new Entry(it.kind(), it.lot(), it.points(), it.points(), order)));
        lots.owe(owner, left - debt);
    }

    /** Out of the order's own lot first; answers how many were not there. */
    private int take(Owner owner, Entry.Kind kind, @Nullable UUID order, int points, List<Entry> moved) {
        var free = new ArrayList<>(lots.free(owner));
        free.sort(Comparator.comparing(it -> order == null || !order.equals(it.order())));
        int left = points;
        for (var lot : free) {
            int part = Math.min(left, lot.points());
            if (part > 0) {
                lots.take(owner, lot.lot(), part);
                moved.add(Entry.of(kind, lot.lot(), -part, order));
                left -= part;
            }
        }
        return left;
    }
}
