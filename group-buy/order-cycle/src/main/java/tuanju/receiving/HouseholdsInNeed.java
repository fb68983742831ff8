package tuanju.receiving;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.cycle.CycleCard;
import tuanju.order.OrderId;

/** Whom the leader knows to be in need. Only they see it, and it is forgotten as soon as it has done its work. */
@Component
@RequiredArgsConstructor
class HouseholdsInNeed {

    private final ReceiptRows rows;
    private final JdbcClient jdbc;

    Set<OrderId> of(CycleCard cycle) {
        return jdbc
                .sql("select order_id from household_in_need where community_id = :community and cycle_id = :cycle")
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .query((row, number) -> new OrderId(row.getObject("order_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** From now on exactly these. */
    @Transactional
    public void tick(CycleCard cycle, Collection<OrderId> orders) {
        rows.lock(cycle);
        forget(cycle);
        orders.stream()
                .distinct()
                .forEach(it -> jdbc.sql("""
                        insert into household_in_need (community_id, cycle_id, order_id) values (:community, :cycle, :order)
                        """)
                        .param("community", cycle.community().value())
                        .param("cycle", cycle.id())
                        .param("order", it.value())
                        .update());
    }

    void forget(CycleCard cycle) {
        jdbc.sql("delete from household_in_need where community_id = :community and cycle_id = :cycle")
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .update();
    }
}
