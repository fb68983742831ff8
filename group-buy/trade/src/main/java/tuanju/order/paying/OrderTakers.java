package tuanju.order.paying;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tuanju.order.OrderKind;

/** Finds the module that took orders of a kind. */
@Component
class OrderTakers {

    /** Asked late: the takers themselves place and move orders. */
    private final ObjectProvider<PaidOrderTaker> takers;

    OrderTakers(ObjectProvider<PaidOrderTaker> takers) {
        this.takers = takers;
    }

    PaidOrderTaker of(OrderKind kind) {
        return takers.stream()
                .filter(taker -> taker.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody takes orders of kind " + kind));
    }
}
