package tuanju.commission;

import lombok.RequiredArgsConstructor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import tuanju.order.OrderConfirmed;
import tuanju.order.OrderPaid;

/** Hears how orders go on: paid, somebody may earn by them; confirmed, it is surer. Hearing it twice changes nothing. */
@Component
@RequiredArgsConstructor
class CommissionNews {

    private final Proposing proposing;
    private final CommissionRows rows;

    @ApplicationModuleListener
    void on(OrderPaid event) {
        proposing.of(event.order().community(), event.order().order());
    }

    @ApplicationModuleListener
    void on(OrderConfirmed event) {
        rows.confirm(event.order().community(), event.order().order());
    }
}
