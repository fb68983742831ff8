package tuanju.order.paying;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.payment.Payments;

/** Closes orders whose time to pay is over: at the provider first, then here, each in its own transaction. */
@Slf4j
@Component
@RequiredArgsConstructor
class UnpaidOrders {

    private static final int BATCH = 50;

    private final JdbcClient jdbc;
    private final Payments payments;
    private final OrderClosing closing;

    private record Overdue(CommunityId community, OrderId order) {}

    /** Closes at most a batch; one that cannot be closed now is tried again later and holds up nobody. */
    void sweep() {
        overdue().forEach(this::close);
    }

    private void close(Overdue overdue) {
        try {
            // postponed first: a provider that does not answer, or an order just being paid, comes again in a minute
            postpone(overdue);
            if (payments.close(overdue.community(), overdue.order().value())) {
                var change = new OrderChange(null, OrderClosing.UNPAID_IN_TIME);
                closing.close(overdue.community(), overdue.order(), change);
            }
        } catch (RuntimeException e) {
            log.warn("Order {} could not be closed yet", overdue.order().value(), e);
        }
    }

    private void postpone(Overdue overdue) {
        jdbc.sql("""
            update orders set sweep_at = now() + interval '1 minute'
            where community_id = :community and id = :order and status = 'PLACED'
            """)
                .param("community", overdue.community().value())
                .param("order", overdue.order().value())
                .update();
    }

    private List<Overdue> overdue() {
        return jdbc.sql("""
            select community_id, id from orders
            where status = 'PLACED' and sweep_at <= now() order by sweep_at limit :batch
            """)
                .param("batch", BATCH)
                .query((row, number) -> new Overdue(
                        new CommunityId(row.getObject("community_id", UUID.class)),
                        new OrderId(row.getObject("id", UUID.class))))
                .list();
    }
}
