package tuanju.invite;

import lombok.RequiredArgsConstructor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import tuanju.order.OrderPaid;
import tuanju.order.OrderRefunded;

/** Hears which orders are paid, and which go back. */
@Component
@RequiredArgsConstructor
class InviteNews {

    private final Inviting inviting;

    @ApplicationModuleListener
    void on(OrderPaid event) {
        inviting.paid(event.order());
    }

    @ApplicationModuleListener
    void on(OrderRefunded event) {
        inviting.refunded(event.order().community(), event.order().order().value());
    }
}
