package tuanju.coupon;

import lombok.RequiredArgsConstructor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.order.OrderClosed;
import tuanju.order.OrderCollected;
import tuanju.order.OrderFacts;
import tuanju.order.OrderId;
import tuanju.order.OrderKind;
import tuanju.order.OrderPaid;
import tuanju.order.OrderRefunded;
import tuanju.order.book.OrderBook;
import tuanju.payment.RefundCompleted;

/** Hears how orders go on: paid, their coupons are given; ended otherwise, they come back. Hearing it twice changes nothing. */
@Component
@RequiredArgsConstructor
class CouponNews {

    private final UseRows uses;
    private final CouponReturning returning;
    private final OrderGifts gifts;
    private final OrderBook orders;

    @ApplicationModuleListener
    void on(OrderPaid event) {
        var order = event.order();
        boolean hasSome = uses.give(order.community(), order.order().value());
        uses.giveAgain(order.community(), order.order().value());
        if (hasSome) {
            // pieces may have left it before it was paid
            keep(order.community(), order.order());
        }
        if (order.buyer() != null) {
            uses.bought(order.community(), order.buyer(), order.order().value());
        }
    }

    @ApplicationModuleListener
    void on(OrderClosed event) {
        back(event.order());
    }

    @ApplicationModuleListener
    void on(OrderRefunded event) {
        back(event.order());
        gifts.takeBack(event.order());
        uses.notBought(event.order().community(), event.order().order().value());
    }

    @ApplicationModuleListener
    void on(OrderCollected event) {
        var order = event.order();
        // what somebody else's list brought here was paid there
        if (order.buyer() != null && order.kind() != OrderKind.IMPORT) {
            gifts.give(order, order.buyer());
        }
    }

    @ApplicationModuleListener
    void on(RefundCompleted event) {
        if (event.ofOrder()) {
            keep(event.community(), new OrderId(event.order()));
        }
    }

    private void keep(CommunityId community, OrderId order) {
        var kept = orders.keptDiscounts(community, order, CouponsAtCheckout.SOURCE);
        if (!kept.isEmpty()) {
            uses.keep(community, order.value(), kept);
        }
    }

    private void back(OrderFacts order) {
        returning.of(order.community(), order.order());
    }
}
