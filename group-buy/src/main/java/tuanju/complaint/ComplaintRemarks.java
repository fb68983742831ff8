package tuanju.complaint;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.order.OrderId;
import tuanju.order.OrderRemark;
import tuanju.order.OrderRemarks;

/** Tells buyers on the page of their order what was reported at the desk and what became of it. */
@Component
@RequiredArgsConstructor
class ComplaintRemarks implements OrderRemarks {

    private final ComplaintRows rows;
    private final ComplaintPhotos photos;

    @Override
    public List<OrderRemark> about(CommunityId community, OrderId order) {
        return rows.ofOrders(community, List.of(order.value())).stream()
                .map(this::remark)
                .toList();
    }

    private OrderRemark remark(ComplaintCard complaint) {
        var about = complaint.about();
        var amount = complaint.waiting() ? about.asked() : complaint.given();
        return new OrderRemark(
                "camera",
                "complaint.remark." + about.kind() + "." + complaint.status(),
                List.of(about.title(), String.valueOf(about.pieces()), amount.toString()),
                complaint.reported(),
                complaint.answer(),
                photos.url(about, 640));
    }
}
