package tuanju.order.fulfilment;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.order.OrderSettings;

/** Completes orders that were collected long enough ago. */
@Component
@RequiredArgsConstructor
class CollectedOrders {

    private final JdbcClient jdbc;
    private final OrderSettings settings;

    /** Completes at most 500 and answers how many there were. */
    @Transactional
    public int complete() {
        return jdbc.sql("""
            update orders set status = 'COMPLETED', changed_by = null, change_cause = 'completed'
            where status = 'COLLECTED' and (community_id, id) in (
                select community_id, id from orders
                where status = 'COLLECTED' and collected_at <= now() - make_interval(secs => :after)
                order by collected_at limit 500 for update skip locked)
            """)
                .param("after", (double) settings.completedAfter().toSeconds())
                .update();
    }
}
