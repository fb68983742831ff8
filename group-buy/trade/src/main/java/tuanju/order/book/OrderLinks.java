package tuanju.order.book;

import java.util.List;

/** Told by modules above what a buyer can do about an order now: report what was damaged. */
public interface OrderLinks {

    /** What the page of this order leads to; usually nothing. */
    List<OrderLink> on(OrderCard order);
}
