package tuanju.cycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.cycle.CycleProducts.Wanted;
import tuanju.order.OrderId;

/** What each order has of a cycle's products, from ordering to what it was given. */
@Component
@RequiredArgsConstructor
public class CycleShares {

    private static final String SHARES = """
            select order_id, product_id, quantity, tolerance, paid_at is not null as paid from cycle_reservation
            where community_id = :community and cycle_id = :cycle
            """;

    private final JdbcClient jdbc;

    /** A share as it was decided and not yet carried out. */
    public record Decided(UUID product, String name, String spec, int most, int given, String cause) {}

    void add(CycleCard cycle, UUID order, Wanted wanted) {
        jdbc.sql("""
                        insert into cycle_reservation (community_id, cycle_id, order_id, product_id, quantity, tolerance)
                        values (:community, :cycle, :order, :product, :quantity, :tolerance)
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .param("order", order)
                .param("product", wanted.product().id())
                .param("quantity", wanted.quantity())
                .param("tolerance", wanted.tolerance())
                .update();
    }

    /** Everything wanted in a cycle, paid or not yet, in order of time. */
    public List<CycleShare> of(CommunityId community, UUID cycle) {
        return jdbc.sql(SHARES + " order by since, order_id, product_id")
                .param("community", community.value())
                .param("cycle", cycle)
                .query(CycleShares::share)
                .list();
    }

    /** What one order wants; its rows are locked, so that two changes of one order take turns. */
    public List<CycleShare> of(CommunityId community, UUID cycle, UUID order) {
        return jdbc.sql(SHARES + " and order_id = :order order by product_id for update")
                .param("community", community.value())
                .param("cycle", cycle)
                .param("order", order)
                .query(CycleShares::share)
                .list();
    }

    /** What a member's own orders hold, for their eyes. */
    public List<CycleView.MyShare> ofOrders(CycleCard cycle, List<OrderId> orders) {
        if (orders.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select r.order_id, r.product_id, p.name, p.spec, r.quantity, r.tolerance, r.given
                        from cycle_reservation r
                        join cycle_product p on p.community_id = r.community_id and p.id = r.product_id
                        where r.community_id = :community and r.order_id in (:orders)
                        order by p.position, r.order_id
                        """)
                .param("community", cycle.community().value())
                .param("orders", orders.stream().map(OrderId::value).toList())
                .query((row, number) -> new CycleView.MyShare(
                        row.getObject("order_id", UUID.class),
                        row.getObject("product_id", UUID.class),
                        row.getString("name"),
                        row.getString("spec"),
                        row.getInt("quantity"),
                        row.getInt("tolerance"),
                        row.getObject("given", Integer.class)))
                .list();
    }

    public void paid(CommunityId community, UUID order) {
        jdbc.sql("""
                        update cycle_reservation set paid_at = coalesce(paid_at, now())
                        where community_id = :community and order_id = :order
                        """)
                .param("community", community.value())
                .param("order", order)
                .update();
    }

    /** What this order wants from now on; the pieces themselves are freed by the caller. */
    public void want(CommunityId community, CycleShare share, int quantity, int tolerance) {
        var statement = quantity == 0
                ? "delete from cycle_reservation"
                : "update cycle_reservation set quantity = :quantity, tolerance = :tolerance";
        jdbc.sql(statement + " where community_id = :community and order_id = :order and product_id = :product")
                .param("quantity", quantity)
                .param("tolerance", tolerance)
                .param("community", community.value())
                .param("order", share.order())
                .param("product", share.product())
                .update();
    }

    /** Writes down what everybody is given, and that those who get what they paid for are settled with it. */
    public void decide(CommunityId community, Collection<Allocation.Given> given) {
        jdbc.sql("""
                        update cycle_reservation r set given = g.given, given_cause = g.cause
                        from unnest(:orders, :products, :given, :causes) as g (order_id, product_id, given, cause)
                        where r.community_id = :community and r.order_id = g.order_id and r.product_id = g.product_id
                        """)
                .param("orders", given.stream().map(it -> it.share().order()).toArray(UUID[]::new))
                .param(
                        "products",
                        given.stream().map(it -> it.share().product()).toArray(UUID[]::new))
                .param("given", given.stream().map(Allocation.Given::pieces).toArray(Integer[]::new))
                .param("causes", given.stream().map(Allocation.Given::cause).toArray(String[]::new))
                .param("community", community.value())
                .update();
    }

    /** How many pieces of each product stay, with what was given. */
    public Map<UUID, Long> given(CycleCard cycle) {
        return jdbc
                .sql("""
                        select product_id, sum(coalesce(given, quantity)) as pieces from cycle_reservation
                        where community_id = :community and cycle_id = :cycle and paid_at is not null
                        group by product_id
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .query((row, number) -> Map.entry(row.getObject("product_id", UUID.class), row.getLong("pieces")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What was decided about an order and is not carried out yet; its rows are locked. */
    public List<Decided> unsettled(CommunityId community, UUID order) {
        return jdbc.sql("""
                        select r.product_id, p.name, p.spec, r.quantity + r.tolerance as most, r.given, r.given_cause
                        from cycle_reservation r
                        join cycle_product p on p.community_id = r.community_id and p.id = r.product_id
                        where r.community_id = :community and r.order_id = :order
                          and r.given is not null and r.settled_at is null
                        order by r.product_id
                        for update of r
                        """)
                .param("community", community.value())
                .param("order", order)
                .query((row, number) -> new Decided(
                        row.getObject("product_id", UUID.class),
                        row.getString("name"),
                        row.getString("spec"),
                        row.getInt("most"),
                        row.getInt("given"),
                        row.getString("given_cause")))
                .list();
    }

    public void settled(CommunityId community, Collection<UUID> orders) {
        if (orders.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update cycle_reservation set settled_at = now()
                        where community_id = :community and order_id in (:orders) and given is not null and settled_at is null
                        """)
                .param("community", community.value())
                .param("orders", orders)
                .update();
    }

    private static CycleShare share(ResultSet row, int number) throws SQLException {
        return new CycleShare(
                row.getObject("order_id", UUID.class),
                row.getObject("product_id", UUID.class),
                row.getInt("quantity"),
                row.getInt("tolerance"),
                row.getBoolean("paid"));
    }
}
