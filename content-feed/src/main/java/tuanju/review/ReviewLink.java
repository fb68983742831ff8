package tuanju.review;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.order.OrderKind;
import tuanju.order.OrderStatus;
import tuanju.order.book.OrderCard;
import tuanju.order.book.OrderLink;
import tuanju.order.book.OrderLinks;

/** From an own completed order to saying how it was. */
@Component
@RequiredArgsConstructor
class ReviewLink implements OrderLinks {

    @Override
    public List<OrderLink> on(OrderCard order) {
        return order.status() != OrderStatus.COMPLETED || order.kind() == OrderKind.IMPORT
                ? List.of()
                : List.of(new OrderLink("star", "review.write", "/orders/" + order.code() + "/reviews"));
    }
}
