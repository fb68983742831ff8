package tuanju.waiting;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePoint;
import tuanju.cycle.ordering.WaitingOrders.Room;
import tuanju.order.book.OrderCard;

/** What a member sees of the line: what they can wait for, where they would collect it, and where they stand. */
record WaitingView(CycleCard cycle, List<CyclePoint> points, List<Room> rooms, List<Mine> mine) {

    /**
     * One of the member's own wishes, with the order they were offered.
     *
     * @param pickup where they would collect; empty where the cycle has only one point
     */
    record Mine(
            WaitingWish wish,
            String name,
            String spec,
            String pickup,
            @Nullable OrderCard order) {}

    static WaitingView of(
            CycleCard cycle,
            List<CyclePoint> points,
            List<Room> rooms,
            List<WaitingWish> wishes,
            List<OrderCard> orders) {
        var byId = rooms.stream().collect(Collectors.toMap(it -> it.product().id(), Function.identity()));
        Map<UUID, OrderCard> byOrder =
                orders.stream().collect(Collectors.toMap(it -> it.id().value(), Function.identity()));
        var mine = wishes.stream()
                .filter(wish -> byId.containsKey(wish.product()))
                .map(wish -> mine(
                        wish,
                        Objects.requireNonNull(byId.get(wish.product())),
                        pickup(points, wish.pointIn(cycle)),
                        byOrder))
                .toList();
        var waitedFor = wishes.stream().map(WaitingWish::product).collect(Collectors.toSet());
        var free = rooms.stream()
                .filter(it -> !waitedFor.contains(it.product().id()) && isWorthWaiting(cycle, it))
                .toList();
        return new WaitingView(cycle, points, free, mine);
    }

    static String pickup(List<CyclePoint> points, UUID wanted) {
        return points.stream()
                .filter(it -> points.size() > 1 && it.point().equals(wanted))
                .map(it -> it.place().name())
                .findFirst()
                .orElse("");
    }

    private static Mine mine(WaitingWish wish, Room room, String pickup, Map<UUID, OrderCard> orders) {
        var order = wish.order() == null ? null : orders.get(wish.order());
        return new Mine(wish, room.product().name(), room.product().spec(), pickup, order);
    }

    /** Before the cut-off only what is sold out; afterwards everything, since nothing can be ordered any more. */
    private static boolean isWorthWaiting(CycleCard cycle, Room room) {
        return !cycle.status().isTaking() || room.product().isSoldOut();
    }
}
