package tuanju.complaint;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.order.OrderId;
import tuanju.order.OrderStatus;
import tuanju.order.book.OrderCard;
import tuanju.order.book.OrderLink;
import tuanju.order.book.OrderLinks;
import tuanju.order.book.OrderRemark;
import tuanju.order.book.OrderRemarks;

/** Tells buyers on the page of their order what was reported at the desk and what became of it. */
@Component
@RequiredArgsConstructor
class ComplaintRemarks implements OrderRemarks, OrderLinks {

    private final ComplaintLists lists;
    private final ComplaintPhotos photos;

    @Override
    public List<OrderRemark> about(CommunityId community, OrderId order) {
        return lists.ofOrders(community, List.of(order.value())).stream()
                .map(this::remark)
                .toList();
    }

    /** From the hand-over until the order is completed. */
    @Override
    public List<OrderLink> on(OrderCard order) {
        return order.status() == OrderStatus.COLLECTED
                ? List.of(new OrderLink("camera", "complaint.mine.link", "/orders/" + order.code() + "/complaints"))
                : List.of();
    }

    private OrderRemark remark(ComplaintCard complaint) {
        var about = complaint.about();
        var amount = complaint.waiting() ? about.asked() : complaint.given();
        return new OrderRemark(
                "camera",
                "complaint.remark." + about.kind() + "." + complaint.standing(),
                List.of(about.title(), String.valueOf(about.pieces()), amount.toString()),
                complaint.reported(),
                complaint.answer(),
                photos.url(about, 640));
    }
}
