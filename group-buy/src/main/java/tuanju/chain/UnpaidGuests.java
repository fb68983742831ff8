package tuanju.chain;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.order.OrderId;
import tuanju.order.UnpaidElsewhere;

/** Guests who are not ticked as paid; and who is back on the list, where what was paid counts for the order held now. */
@Component
@RequiredArgsConstructor
class UnpaidGuests implements UnpaidElsewhere {

    private final JdbcClient jdbc;

    private record Said(String key, @Nullable UUID holds, boolean paid) {

        boolean isOwedNothing(Map<String, OrderId> orders) {
            var order = orders.get(key);
            return order != null && (!paid || holds != null && !holds.equals(order.value()));
        }
    }

    @Override
    public Set<String> among(CommunityId community, UUID source, Map<String, OrderId> orders) {
        return jdbc
                .sql("""
                        select c.cycle_id, l.list_id, l.line_number, c.order_id, c.paid_at is not null as paid
                        from chain_line l
                        join chain_order c on c.community_id = l.community_id and c.id = l.chain_order_id
                        where c.community_id = :community and c.cycle_id = :cycle
                        """)
                .param("community", community.value())
                .param("cycle", source)
                .query((row, number) -> new Said(
                        ChainPlacing.key(
                                row.getObject("cycle_id", UUID.class),
                                row.getObject("list_id", UUID.class),
                                row.getInt("line_number")),
                        row.getObject("order_id", UUID.class),
                        row.getBoolean("paid")))
                .list()
                .stream()
                .filter(said -> said.isOwedNothing(orders))
                .map(Said::key)
                .collect(Collectors.toSet());
    }
}
