package tuanju.order.book;

import java.util.List;
import tuanju.community.CommunityId;
import tuanju.order.OrderId;

/** Told by modules above what the page of an order says about it: where the bag is, what became of a complaint. */
public interface OrderRemarks {

    /** What there is to say, oldest first; at most a query or two. */
    List<OrderRemark> about(CommunityId community, OrderId order);
}
