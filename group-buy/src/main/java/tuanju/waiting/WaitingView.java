package tuanju.waiting;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tuanju.cycle.CycleCard;
import tuanju.cycle.WaitingOrders.Room;
import tuanju.order.OrderCard;

/** What a member sees of the line: what they can wait for and where they stand. */
record WaitingView(CycleCard cycle, List<Room> rooms, List<Mine> mine) {

    /** One of the member's own wishes, with the order they were offered. */
    record Mine(
            WaitingWish wish,
            String name,
            String spec,
            @Nullable OrderCard order) {}

    static WaitingView of(CycleCard cycle, List<Room> rooms, List<WaitingWish> wishes, List<OrderCard> orders) {
        var byId = rooms.stream().collect(Collectors.toMap(it -> it.product().id(), Function.identity()));
        Map<UUID, OrderCard> byOrder =
                orders.stream().collect(Collectors.toMap(it -> it.id().value(), Function.identity()));
        var mine = wishes.stream()
                .filter(wish -> byId.containsKey(wish.product()))
                .map(wish -> mine(wish, Objects.requireNonNull(byId.get(wish.product())), byOrder))
                .toList();
        var waitedFor = wishes.stream().map(WaitingWish::product).collect(Collectors.toSet());
        var free = rooms.stream()
                .filter(it -> !waitedFor.contains(it.product().id()) && isWorthWaiting(cycle, it))
                .toList();
        return new WaitingView(cycle, free, mine);
    }

    private static Mine mine(WaitingWish wish, Room room, Map<UUID, OrderCard> orders) {
        var order = wish.order() == null ? null : orders.get(wish.order());
        return new Mine(wish, room.product().name(), room.product().spec(), order);
    }

    /** Before the cut-off only what is sold out; afterwards everything, since nothing can be ordered any more. */
    private static boolean isWorthWaiting(CycleCard cycle, Room room) {
        return !cycle.status().isTaking() || room.product().isSoldOut();
    }
}
