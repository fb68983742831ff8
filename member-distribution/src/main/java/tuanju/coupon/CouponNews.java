package tuanju.coupon;

import lombok.RequiredArgsConstructor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import tuanju.order.OrderClosed;
import tuanju.order.OrderFacts;
import tuanju.order.OrderPaid;
import tuanju.order.OrderRefunded;

/** Hears how orders go on: paid, their coupons are given; ended otherwise, they come back. Hearing it twice changes nothing. */
@Component
@RequiredArgsConstructor
class CouponNews {

    private final UseRows uses;
    private final CouponReturning returning;

    @ApplicationModuleListener
    void on(OrderPaid event) {
        var order = event.order();
        uses.give(order.community(), order.order().value());
        uses.giveAgain(order.community(), order.order().value());
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
        uses.notBought(event.order().community(), event.order().order().value());
    }

    private void back(OrderFacts order) {
        returning.of(order.community(), order.order());
    }
}
