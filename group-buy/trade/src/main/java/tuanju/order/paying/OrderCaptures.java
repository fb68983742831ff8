package tuanju.order.paying;

import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.community.CommunityId;
import tuanju.money.Money;
import tuanju.order.LockedOrder;
import tuanju.order.OrderChange;
import tuanju.order.OrderConfirmed;
import tuanju.order.OrderId;
import tuanju.order.OrderNews;
import tuanju.order.OrderPaid;
import tuanju.order.OrderStatus;
import tuanju.order.life.OrderRows;
import tuanju.order.life.ReservedGoods;
import tuanju.payment.Capture;
import tuanju.payment.CaptureTaker;
import tuanju.payment.Credit;
import tuanju.payment.CreditPayments;

/**
 * Decides where money belongs: the first capture of exactly the right amount pays its order, together with the credit that
 * is set aside for it, if the order still finds its place; any other capture goes back, or to a person when it cannot be
 * understood.
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
    private final Credit credit;
    private final CreditPayments credits;

    /**
     * Money for an order.
     *
     * @param missing what the capture leaves open of what was asked, for credit to pay
     */
    private record Arrived(LockedOrder order, Money missing, boolean byHand) {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Destination take(Capture capture) {
        var found = rows.lock(capture.community(), new OrderId(capture.order()));
        if (found.isEmpty() || !fits(found.get(), capture)) {
            return Destination.EXCEPTION;
        }
        var order = found.get();
        var arrived = new Arrived(order, order.asked().minus(capture.amount()), capture.isByHand());
        return switch (order.status()) {
            case PLACED -> isCovered(arrived) ? inTime(arrived) : Destination.REFUND;
            case CLOSED -> late(arrived);
            // a second payment for the same order
            case PAID, CONFIRMED, COLLECTED, COMPLETED, REFUNDED -> Destination.REFUND;
        };
    }

    /** Credit alone pays for an order for which all of what is asked is set aside; nothing happens to one that waits no more. */
    @Transactional
    public void payByCredit(CommunityId community, OrderId id) {
        var order = rows.lock(community, id).orElseThrow(NotFound::new);
        var whole = new Arrived(order, order.asked(), false);
        if (order.status() == OrderStatus.PLACED && isCovered(whole)) {
            inTime(whole);
        }
    }

    /** It is all that is asked, or all but what was set aside for the order. */
    private boolean fits(LockedOrder order, Capture capture) {
        var asked = order.asked();
        return asked.equals(capture.amount())
                || asked.isMoreThan(capture.amount())
                        && credit.everSetAside(capture.community(), capture.order())
                                .equals(asked.minus(capture.amount()));
    }

    /** Whether credit pays what is missing; what was set free meanwhile is set aside again while it is there. */
    private boolean isCovered(Arrived arrived) {
        if (arrived.missing().isZero()) {
            return true;
        }
        var community = arrived.order().order().community();
        var id = arrived.order().order().id().value();
        if (credit.setAside(community, id).equals(arrived.missing())) {
            return true;
        }
        var buyer = Objects.requireNonNull(arrived.order().buyer());
        if (arrived.missing().isMoreThan(credit.free(community, buyer))) {
            return false;
        }
        credit.setAside(community, id, buyer, arrived.missing());
        return true;
    }

    private Destination inTime(Arrived arrived) {
        var order = arrived.order();
        var place = takers.of(order.order().kind()).take(order.order());
        if (place.kind() == PaidOrderTaker.Place.Kind.NONE) {
            closing.close(order, new OrderChange(null, OrderClosing.NO_PLACE_LEFT));
            return Destination.REFUND;
        }
        paid(arrived, place, PAID);
        return Destination.ORDER;
    }

    /** Only time may have closed it, its goods must still be there, and its place too. */
    private Destination late(Arrived arrived) {
        var order = arrived.order();
        var community = order.order().community();
        var taker = takers.of(order.order().kind());
        if (!order.cause().equals(OrderClosing.UNPAID_IN_TIME) || !taker.takesReopened() || !isCovered(arrived)) {
            return Destination.REFUND;
        }
        if (!goods.tryReserve(community, order)) {
            credit.release(community, order.order().id().value());
            return Destination.REFUND;
        }
        var place = taker.take(order.order());
        if (place.kind() == PaidOrderTaker.Place.Kind.NONE) {
            goods.release(community, order);
            credit.release(community, order.order().id().value());
            return Destination.REFUND;
        }
        paid(arrived, place, PAID_LATE);
        return Destination.ORDER;
    }

    private void paid(Arrived arrived, PaidOrderTaker.Place place, OrderChange change) {
        var order = arrived.order();
        var community = order.order().community();
        var id = order.order().id();
        rows.move(community, id, order.status(), OrderStatus.PAID, change);
        news.announce(community, List.of(id), OrderPaid::new);
        if (place.kind() == PaidOrderTaker.Place.Kind.CONFIRMED) {
            rows.schedulePickup(community, List.of(id), place.pickup());
            rows.move(community, id, OrderStatus.PAID, OrderStatus.CONFIRMED, new OrderChange(null, "confirmed"));
            news.announce(community, List.of(id), OrderConfirmed::new);
        }
        rows.paidTo(order, arrived.byHand());
        if (arrived.missing().isZero()) {
            credit.release(community, id.value());
        } else {
            credits.pay(community, id.value(), Objects.requireNonNull(order.buyer()));
        }
    }
}
