package tuanju.order;

import lombok.RequiredArgsConstructor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import tuanju.membership.Memberships;
import tuanju.membership.Source;

/** Whoever paid for an order in a community, or has one that a leader brought in, belongs to it; hearing it twice changes nothing. */
@Component
@RequiredArgsConstructor
class BuyersBelong {

    private final Memberships memberships;

    @ApplicationModuleListener
    void on(OrderPaid event) {
        arrive(event.order(), Source.ORDER);
    }

    /** An import is never paid here; its buyer had proven their phone before. */
    @ApplicationModuleListener
    void on(OrderConfirmed event) {
        if (event.order().kind() == OrderKind.IMPORT) {
            arrive(event.order(), Source.CLAIM);
        }
    }

    private void arrive(OrderFacts order, Source how) {
        var buyer = order.buyer();
        if (buyer != null) {
            memberships.arrive(buyer, order.community(), how);
        }
    }
}
