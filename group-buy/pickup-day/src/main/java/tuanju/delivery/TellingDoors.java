package tuanju.delivery;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.notification.Notification;
import tuanju.order.Buyers;
import tuanju.order.OrderId;

/** Tells buyers that their bag comes to the door, and that it does not after all: every change of mind, for the last word counts. */
@Component
@RequiredArgsConstructor
class TellingDoors {

    private final Buyers buyers;

    /** In the caller's transaction. */
    void carried(CommunityId community, Collection<UUID> orders) {
        buyers.tell(
                community,
                ids(orders),
                it -> Notification.of("to-the-door:" + Ids.next(), "delivery.told", it.page(), it.goods()));
    }

    /** In the caller's transaction. */
    void collect(CommunityId community, Collection<UUID> orders) {
        buyers.tell(
                community,
                ids(orders),
                it -> Notification.of(
                        "not-to-the-door:" + Ids.next(), "delivery.told.not", it.page(), it.goods(), it.pickup()));
    }

    private static List<OrderId> ids(Collection<UUID> orders) {
        return orders.stream().map(OrderId::new).toList();
    }
}
