package tuanju.order;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.payment.Capture;
import tuanju.payment.CaptureTaker;

/**
 * Decides where money belongs: the first capture of exactly the right amount pays its order, if the order still finds its
 * place; any other capture goes back, or to a person when it cannot be understood.
 */
@Component
@RequiredArgsConstructor
class OrderCaptures implements CaptureTaker {

    private static final OrderChange PAID = new OrderChange(null, "paid");
    private static final OrderChange PAID_LATE = new OrderChange(null, "paid-late");

    private final OrderRows rows;
    private final OrderNews news;
    private final OrderClosing closing;
    private final OrderTakers takers;
    private final ReservedGoods goods;

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Destination take(Capture capture) {
        var found = rows.lock(capture.community(), new OrderId(capture.order()));
        if (found.isEmpty() || !found.get().asked().equals(capture.amount())) {
            return Destination.EXCEPTION;
        }
        var order = found.get();
        return switch (order.status()) {
            case PLACED -> inTime(order, capture);
            case CLOSED -> late(order, capture);
            // a second payment for the same order
            case PAID, CONFIRMED, COLLECTED, COMPLETED, REFUNDED -> Destination.REFUND;
        };
    }

    private Destination inTime(LockedOrder order, Capture capture) {
        var place = takers.of(order.order().kind()).take(order.order());
        if (place.kind() == PaidOrderTaker.Place.Kind.NONE) {
            closing.close(order, new OrderChange(null, OrderClosing.NO_PLACE_LEFT));
            return Destination.REFUND;
        }
        paid(order, place, PAID);
        rows.paidTo(order, capture.isByHand());
        return Destination.ORDER;
    }

    /** Only time may have closed it, its goods must still be there, and its place too. */
    private Destination late(LockedOrder order, Capture capture) {
        var community = order.order().community();
        var taker = takers.of(order.order().kind());
        if (!order.cause().equals(OrderClosing.UNPAID_IN_TIME)
                || !taker.takesReopened()
                || !goods.tryReserve(community, order)) {
            return Destination.REFUND;
        }
        var place = taker.take(order.order());
        if (place.kind() == PaidOrderTaker.Place.Kind.NONE) {
            goods.release(community, order);
            return Destination.REFUND;
        }
        paid(order, place, PAID_LATE);
        rows.paidTo(order, capture.isByHand());
        return Destination.ORDER;
    }

    private void paid(LockedOrder order, PaidOrderTaker.Place place, OrderChange change) {
        var community = order.order().community();
        var id = order.order().id();
        rows.move(community, id, order.status(), OrderStatus.PAID, change);
        news.announce(community, List.of(id), OrderPaid::new);
        if (place.kind() == PaidOrderTaker.Place.Kind.CONFIRMED) {
            rows.schedulePickup(community, List.of(id), place.pickup());
            rows.move(community, id, OrderStatus.PAID, OrderStatus.CONFIRMED, new OrderChange(null, "confirmed"));
            news.announce(community, List.of(id), OrderConfirmed::new);
        }
    }
}
