package tuanju.order.fulfilment;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.community.CommunityId;
import tuanju.order.Address;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.order.OrderIsOver;
import tuanju.order.OrderMoved;
import tuanju.order.OrderNews;
import tuanju.order.Pickup;
import tuanju.order.life.OrderRows;

/**
 * Where an order goes: the point it is collected at, the door its bag is packed for. Both may change until it is collected,
 * and every change is remembered. Every method joins the caller's transaction.
 */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
public class OrderPlaces {

    private static final Comparator<OrderId> IN_ONE_ORDER = Comparator.comparing(OrderId::value);

    private final OrderRows rows;
    private final OrderPlaceRows places;
    private final OrderNews news;

    /** Orders that went to another point, and the names of the points they came from. */
    public record Moved(List<OrderId> orders, List<String> from) {

        public Moved {
            orders = List.copyOf(orders);
            from = List.copyOf(from);
        }
    }

    /**
     * The orders are collected there from now on, all or none; one that is there already stays as it is. Refuses with
     * NotFound, with AlreadyCollected or OrderIsOver (409) what goes nowhere.
     */
    public Moved toPoint(CommunityId community, Collection<OrderId> orders, Pickup to, OrderChange change) {
        var moved = orders.stream()
                .distinct()
                .sorted(IN_ONE_ORDER)
                .filter(order -> isElsewhere(community, order, to.point()))
                .toList();
        var from = places.names(community, moved);
        places.toPoint(community, moved, to, change);
        news.announce(community, moved, OrderMoved::new);
        return new Moved(moved, from);
    }

    /** By which step each of these orders last went to another point; until the transaction ends they go nowhere else. */
    public Map<OrderId, Long> lastPointSteps(CommunityId community, Collection<OrderId> orders) {
        orders.stream().distinct().sorted(IN_ONE_ORDER).forEach(order -> hold(community, order));
        return places.lastPointSteps(community, orders);
    }

    /** The last change of this order's door; until the transaction ends there is no other. */
    public Optional<DoorChange> lastDoor(CommunityId community, OrderId order) {
        hold(community, order);
        var changes = places.doorChanges(community, order);
        return changes.isEmpty() ? Optional.empty() : Optional.of(changes.getLast());
    }

    private void hold(CommunityId community, OrderId order) {
        rows.hold(community, order);
    }

    private boolean isElsewhere(CommunityId community, OrderId order, UUID point) {
        lock(community, order);
        return !places.point(community, order).equals(point);
    }

    /**
     * The order's bag is packed for this door from now on; answers whether it is another than before. Refuses with NotFound,
     * with AlreadyCollected or OrderIsOver (409) what goes nowhere.
     *
     * @param beside the order of the same household it is put to; null where only the door is put right
     */
    public boolean toDoor(
            CommunityId community, OrderId order, Address door, @Nullable OrderId beside, OrderChange change) {
        lock(community, order);
        boolean isAnother = places.toDoor(community, order, door, beside, change);
        if (isAnother) {
            news.announce(community, List.of(order), OrderMoved::new);
        }
        return isAnother;
    }

    private void lock(CommunityId community, OrderId order) {
        var locked = rows.lock(community, order).orElseThrow(NotFound::new);
        switch (locked.status()) {
            case PLACED, PAID, CONFIRMED -> {}
            case COLLECTED, COMPLETED -> throw new AlreadyCollected();
            case CLOSED, REFUNDED -> throw new OrderIsOver();
        }
    }
}
