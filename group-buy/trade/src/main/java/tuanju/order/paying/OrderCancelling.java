package tuanju.order.paying;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.Code;
import tuanju.member.MemberId;
import tuanju.order.OrderChange;
import tuanju.order.OrderStatus;
import tuanju.payment.Payments;

/** The buyer cancels an order that is not paid. */
@Component
@RequiredArgsConstructor
public class OrderCancelling {

    private final OwnOrders orders;
    private final OrderClosing closing;
    private final Payments payments;

    /**
     * Closes at the provider first, then here; cancelling twice is cancelling once. Refuses with AlreadyPaid (409) or
     * NotFound. Calls the provider: never inside a transaction.
     */
    @Transactional(propagation = Propagation.NEVER)
    public void cancel(MemberId buyer, Code code) {
        var order = orders.own(buyer, code);
        if (order.status() == OrderStatus.CLOSED) {
            return;
        }
        if (order.status() != OrderStatus.PLACED
                || !payments.close(order.community(), order.id().value())) {
            throw new AlreadyPaid();
        }
        var change = new OrderChange(buyer, OrderClosing.CANCELLED);
        if (!closing.close(order.community(), order.id(), change)
                && orders.own(buyer, code).status() != OrderStatus.CLOSED) {
            throw new AlreadyPaid();
        }
    }
}
