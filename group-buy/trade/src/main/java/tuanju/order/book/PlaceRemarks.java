package tuanju.order.book;

import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.order.OrderId;
import tuanju.order.fulfilment.OrderPlaceRows;

/**
 * Tells buyers on the page of their order that it is collected elsewhere now, packed for another door, or in one bag with
 * another order. Neither door nor neighbour is named, and a door alone tells nothing: anybody may type anybody's.
 */
@Component
@RequiredArgsConstructor
class PlaceRemarks implements OrderRemarks {

    private final OrderPlaceRows places;

    @Override
    public List<OrderRemark> about(CommunityId community, OrderId order) {
        var points = places.pointChanges(community, order).stream()
                .map(it -> new OrderRemark(
                        "pin", "order.remark." + it.cause(), List.of(it.was(), it.becomes()), it.at(), "", null));
        var doors = places.doorChanges(community, order).stream()
                .map(it -> new OrderRemark("door", "order.remark." + it.cause(), List.of(), it.at(), "", null));
        var bags = places.inOneBag(community, order).stream()
                .map(it -> new OrderRemark("bag", "order.remark." + it.why(), List.of(), it.at(), "", null));
        return Stream.of(points, doors, bags).flatMap(it -> it).toList();
    }
}
