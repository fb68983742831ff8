package tuanju.insight;

import lombok.RequiredArgsConstructor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import tuanju.order.ImportChanged;
import tuanju.order.OrderClosed;
import tuanju.order.OrderConfirmed;
import tuanju.order.OrderKind;
import tuanju.order.OrderPaid;
import tuanju.payment.RefundCompleted;
import tuanju.teambuy.TeamFormed;
import tuanju.teambuy.TeamLapsed;

/** Hears what happened and writes it down as facts; hearing it twice changes nothing. */
@Component
@RequiredArgsConstructor
class Recording {

    private final Facts facts;

    @ApplicationModuleListener
    void on(OrderPaid event) {
        facts.paid(event.order(), event.at());
    }

    /** An import is never paid here; it counts from the moment it is in the books. */
    @ApplicationModuleListener
    void on(OrderConfirmed event) {
        if (event.order().kind() == OrderKind.IMPORT) {
            facts.imported(event.order(), event.at());
        }
    }

    @ApplicationModuleListener
    void on(ImportChanged event) {
        facts.imported(event.order(), event.at());
    }

    @ApplicationModuleListener
    void on(OrderClosed event) {
        if (event.order().kind() == OrderKind.IMPORT) {
            facts.cancelled(event.order(), event.at());
        }
    }

    /** Money that never paid an order was no sale, so its way back is no refund of one. */
    @ApplicationModuleListener
    void on(RefundCompleted event) {
        if (event.ofOrder()) {
            facts.refunded(event);
        }
    }

    @ApplicationModuleListener
    void on(TeamFormed event) {
        facts.ended(event.community(), event.team().value(), "FORMED", event.at());
    }

    @ApplicationModuleListener
    void on(TeamLapsed event) {
        facts.ended(event.community(), event.team().value(), "LAPSED", event.at());
    }
}
