package tuanju.delivery;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.desk.DecidedBags;
import tuanju.order.OrderId;
import tuanju.order.OrderStatus;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderRemark;
import tuanju.order.book.OrderRemarks;

/** Tells buyers on the page of their order that the bag comes to their door. */
@Component
@RequiredArgsConstructor
class DeliveryRemarks implements OrderRemarks {

    private final DoorMarks marks;
    private final OrderBook book;
    private final DecidedBags decided;

    @Override
    public List<OrderRemark> about(CommunityId community, OrderId order) {
        return marks
                .since(community, order)
                .filter(since -> book.sheet(community, order).status() == OrderStatus.CONFIRMED)
                .filter(since ->
                        decided.among(community, List.of(order.value())).isEmpty())
                .map(since -> new OrderRemark("door", "delivery.remark", List.of(), since, "", null))
                .stream()
                .toList();
    }
}
