package tuanju.board;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.board.Whereabouts.Place;
import tuanju.board.Whereabouts.Placed;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleStatus;
import tuanju.keeping.NoShows;
import tuanju.order.book.OrderRecord;
import tuanju.order.fulfilment.HandedPieces;
import tuanju.order.fulfilment.PartialHandover;

/** Says of every order of a cycle whose goods come or came where it is: handed over, waiting, partly fetched, or what became of it. */
@Component
@RequiredArgsConstructor
class Placing {

    private final PartialHandover partly;
    private final NoShows noShows;
    private final Clock clock;

    /** Each of the living orders once. */
    List<Placed> of(CycleCard cycle, List<OrderRecord> orders) {
        var paid = orders.stream().filter(OrderRecord::isAlive).toList();
        var handed = handed(cycle);
        var standings = noShows.of(
                cycle.community(), paid.stream().map(it -> it.id().value()).toList());
        var now = clock.instant();
        return paid.stream()
                .map(it -> {
                    long pieces = handed.getOrDefault(it.id().value(), 0L);
                    var place =
                            place(cycle, it, pieces > 0, standings.get(it.id().value()), now);
                    return new Placed(it, place, place == Place.HANDED_OVER ? it.pieces() : pieces);
                })
                .toList();
    }

    private Map<UUID, Long> handed(CycleCard cycle) {
        return partly.ofSource(cycle.community(), cycle.id()).entrySet().stream()
                .collect(Collectors.toMap(
                        it -> it.getKey().value(),
                        it -> it.getValue().stream()
                                .mapToLong(HandedPieces::pieces)
                                .sum()));
    }

    /** What was decided weighs more than what was fetched of it, and that more than that it is late. */
    private static Place place(
            CycleCard cycle, OrderRecord order, boolean isPartly, NoShows.@Nullable Standing standing, Instant now) {
        if (order.isHandedOver()) {
            return Place.HANDED_OVER;
        }
        if (standing == NoShows.Standing.GIVEN_AWAY || standing == NoShows.Standing.RETURNED) {
            return standing == NoShows.Standing.RETURNED ? Place.RETURNED : Place.GIVEN_AWAY;
        }
        if (isPartly) {
            return Place.PARTLY;
        }
        if (!isHere(cycle.status())) {
            return Place.ON_ITS_WAY;
        }
        if (!isOver(order, cycle, now)) {
            return Place.WAITING;
        }
        return standing == NoShows.Standing.REMINDED ? Place.REMINDED : Place.LATE;
    }

    static boolean isHere(CycleStatus status) {
        return status.isCollectable() || status == CycleStatus.DONE;
    }

    /** Its own time counts where it says one: points of one cycle may have different hours. */
    private static boolean isOver(OrderRecord order, CycleCard cycle, Instant now) {
        var own = order.dates().pickupUntil();
        return cycle.status() == CycleStatus.DONE || now.isAfter(own == null ? cycle.pickupUntil() : own);
    }
}
