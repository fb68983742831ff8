package tuanju.cycle.ordering;

import java.sql.ResultSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.cycle.CannotOrder;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleProduct;
import tuanju.cycle.CycleProducts;
import tuanju.order.OrderId;

/** The pieces of a cycle that orders taken in from elsewhere hold. What changes them joins the caller's transaction. */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
public class GuestPieces {

    private final CycleProducts products;
    private final JdbcClient jdbc;

    /** Holds the cycle until the transaction ends; refuses with CannotOrder outside its time by the database's clock. */
    public void holdOpen(CycleCard cycle) {
        if (!hold(cycle)) {
            throw closed();
        }
    }

    /** What is refused outside a cycle's time. */
    public CannotOrder closed() {
        return CannotOrder.closed();
    }

    /** Holds the cycle until the transaction ends; answers whether it is its time, by the database's clock. */
    public boolean hold(CycleCard cycle) {
        jdbc.sql("select 1 from order_cycle where community_id = :community and id = :id for update")
                .param("community", cycle.community().value())
                .param("id", cycle.id())
                .query(Integer.class)
                .single();
        // looked at only once it is held: whoever closed it meanwhile is seen
        return jdbc.sql("""
                        select 1 from order_cycle
                        where community_id = :community and id = :id
                          and status = 'OPEN' and opens <= clock_timestamp() and cut_off > clock_timestamp()
                        """)
                .param("community", cycle.community().value())
                .param("id", cycle.id())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Takes pieces within each product's limit; whoever takes them in answers for their money, so they count as paid. */
    public void take(CycleCard cycle, OrderId order, Map<CycleProduct, Integer> wanted) {
        products.take(cycle, order.value(), wanted);
    }

    /** What the order held is free again; a second call frees nothing. */
    public void release(CycleCard cycle, OrderId order) {
        products.release(cycle.community(), order.value());
    }

    /** What each order of the cycle holds: pieces by product, in the order of the leader's list. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Map<OrderId, Map<UUID, Integer>> held(CycleCard cycle) {
        var held = new HashMap<OrderId, Map<UUID, Integer>>();
        jdbc.sql("""
                        select r.order_id, r.product_id, r.quantity
                        from cycle_reservation r
                        join cycle_product p on p.community_id = r.community_id and p.id = r.product_id
                        where r.community_id = :community and r.cycle_id = :cycle
                        order by p.position
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .query((ResultSet row) -> {
                    var order = new OrderId(row.getObject("order_id", UUID.class));
                    held.computeIfAbsent(order, id -> new LinkedHashMap<>())
                            .put(row.getObject("product_id", UUID.class), row.getInt("quantity"));
                });
        return held;
    }
}
