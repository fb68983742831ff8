package tuanju.upkeep;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tuanju.order.OrderKind;
import tuanju.order.OrderPaid;
import tuanju.order.OrderPlaced;

/**
 * Counts what happens while it happens: orders placed (of kind "team": joins) and paid. Numbers of this instance since its
 * start, for a monitor; what is sold is counted from the orders themselves. Costs the outbox nothing.
 */
@Component
@RequiredArgsConstructor
class OrderMeters {

    private final MeterRegistry meters;

    @EventListener
    void on(OrderPlaced event) {
        afterCommit("tuanju.orders.placed", event.kind());
    }

    @EventListener
    void on(OrderPaid event) {
        afterCommit("tuanju.orders.paid", event.order().kind());
    }

    private void afterCommit(String name, OrderKind kind) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                meters.counter(name, "kind", kind.name().toLowerCase(Locale.ROOT))
                        .increment();
            }
        });
    }
}
