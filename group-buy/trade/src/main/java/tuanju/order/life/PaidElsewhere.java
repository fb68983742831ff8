package tuanju.order.life;

import java.util.Collection;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.order.OrderId;

/** Orders that were paid in the tool they come from: their leader took all of it there. */
@Component
@RequiredArgsConstructor
class PaidElsewhere {

    private final JdbcClient jdbc;

    void note(CommunityId community, Collection<OrderId> orders) {
        if (orders.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into order_taken_by_hand (community_id, order_id, amount_fen, cause)
                        select community_id, id, amount_fen, 'IMPORTED' from orders
                        where community_id = :community and id in (:orders) and kind = 'IMPORT' and amount_fen > 0
                        """)
                .param("community", community.value())
                .param("orders", orders.stream().map(OrderId::value).toList())
                .update();
    }
}
