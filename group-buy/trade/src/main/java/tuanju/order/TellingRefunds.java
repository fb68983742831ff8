package tuanju.order;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import tuanju.notification.Notification;
import tuanju.payment.RefundCompleted;

/** Tells buyers that their money is back with them, or stayed as they wished; hearing it twice tells them once. */
@Component
@RequiredArgsConstructor
class TellingRefunds {

    private final Buyers buyers;

    @ApplicationModuleListener
    void on(RefundCompleted event) {
        buyers.tell(
                event.community(),
                List.of(new OrderId(event.order())),
                it -> Notification.of(
                        "refund:" + event.refund(),
                        event.hasStayed() ? "order.told.kept" : "order.told.refunded",
                        it.page(),
                        event.amount(),
                        it.goods()));
    }
}
