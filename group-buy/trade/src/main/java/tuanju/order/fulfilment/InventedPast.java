package tuanju.order.fulfilment;

import java.util.Collection;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.order.OrderId;

/**
 * Orders of the demo that count as completed at once, as if a week had passed since they were handed over. It exists beside the demo
 * only, and never in production.
 */
@Component
@Profile("!production")
@ConditionalOnProperty("tuanju.demo")
@RequiredArgsConstructor
public class InventedPast {

    private final JdbcClient jdbc;

    /** Those of these that were handed over. */
    @Transactional
    public void complete(CommunityId community, Collection<OrderId> orders) {
        jdbc.sql("""
            update orders set status = 'COMPLETED', changed_by = null, change_cause = 'completed'
            where community_id = :community and id = any(:orders) and status = 'COLLECTED'
            """)
                .param("community", community.value())
                .param("orders", orders.stream().map(OrderId::value).toArray(UUID[]::new))
                .update();
    }
}
