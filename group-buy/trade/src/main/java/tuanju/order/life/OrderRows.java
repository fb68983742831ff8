package tuanju.order.life;

import static tuanju.order.Times.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import tuanju.catalog.SkuId;
import tuanju.command.NotFound;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.LockedOrder;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.order.OrderKind;
import tuanju.order.OrderStatus;
import tuanju.order.PaidOrder;
import tuanju.order.PickupTime;
import tuanju.order.Times;
import tuanju.order.WhenFull;

/** The rows of orders: locked to be decided about, moved on by conditional updates. */
@Component
@RequiredArgsConstructor
@NamedInterface("rows")
public class OrderRows {

    private final JdbcClient jdbc;

    /** Locks one order until the transaction ends. */
    public Optional<LockedOrder> lock(CommunityId community, OrderId order) {
        return jdbc.sql("""
            select o.id, o.kind, o.status, o.change_cause, o.buyer_id, o.source_id, o.offer_id, o.when_full,
                o.placed_at, o.amount_fen, o.returned_fen, o.allowed_fen, l.sku_id, l.unit_price_fen,
                (select sum(quantity) from order_line
                    where community_id = o.community_id and order_id = o.id) as pieces
            from orders o join order_line l
                on l.community_id = o.community_id and l.order_id = o.id and l.position = 1
            where o.community_id = :community and o.id = :order
            for update of o
            """)
                .param("community", community.value())
                .param("order", order.value())
                .query((row, number) -> locked(community, row))
                .optional();
    }

    /** The same for who only wants others to wait. Refuses with NotFound. */
    public void hold(CommunityId community, OrderId order) {
        if (lock(community, order).isEmpty()) {
            throw new NotFound();
        }
    }

    /** What an order reserves, by SKU in a fixed order. */
    public List<LockedOrder.Goods> goods(CommunityId community, OrderId order) {
        return jdbc.sql("""
            select sku_id, sum(quantity) as pieces from order_line
            where community_id = :community and order_id = :order and sku_id is not null
            group by sku_id order by sku_id
            """)
                .param("community", community.value())
                .param("order", order.value())
                .query((row, number) ->
                        new LockedOrder.Goods(new SkuId(row.getObject("sku_id", UUID.class)), row.getInt("pieces")))
                .list();
    }

    /** Which of these orders' keys of another tool this community has orders of. */
    List<String> known(CommunityId community, List<NewOrder> orders) {
        var bySource = new HashMap<String, List<String>>();
        for (var order : orders) {
            if (order.source().externalSource() != null && order.source().externalKey() != null) {
                bySource.computeIfAbsent(order.source().externalSource(), source -> new ArrayList<>())
                        .add(order.source().externalKey());
            }
        }
        var known = new ArrayList<String>();
        bySource.forEach((source, keys) -> known.addAll(known(community, source, keys)));
        return known;
    }

    private List<String> known(CommunityId community, String source, List<String> keys) {
        return jdbc.sql("""
            select external_key from orders
            where community_id = :community and external_source = :source and external_key in (:keys)
            """)
                .param("community", community.value())
                .param("source", source)
                .param("keys", keys)
                .query((row, number) -> row.getString("external_key"))
                .list();
    }

    /** Moves one order on if it still is where it should be; the history is written by the table itself. */
    public boolean move(CommunityId community, OrderId order, OrderStatus from, OrderStatus to, OrderChange change) {
        return moveAll(community, List.of(order), from, to, change) == 1;
    }

    /** Moves those of these orders on that still are where they should be. */
    public int moveAll(
            CommunityId community, Collection<OrderId> orders, OrderStatus from, OrderStatus to, OrderChange change) {
        if (orders.isEmpty()) {
            return 0;
        }
        return jdbc.sql("update orders set status = :to, changed_by = :actor, change_cause = :cause" + stamp(to)
                        + " where community_id = :community and id in (:orders) and status = :from")
                .param("to", to.name())
                .param("from", from.name())
                .param("actor", change.actor() == null ? null : change.actor().value())
                .param("cause", change.cause())
                .param("community", community.value())
                .param("orders", orders.stream().map(OrderId::value).toList())
                .update();
    }

    /** Who has the money that just paid this order: its leader where it was paid by hand, and we otherwise. */
    public void paidTo(LockedOrder order, boolean leader) {
        if (leader) {
            jdbc.sql("update orders set paid_to_leader = true where community_id = :community and id = :order")
                    .param("community", order.order().community().value())
                    .param("order", order.order().id().value())
                    .update();
        }
    }

    /** Sets when these orders can be collected. */
    public void schedulePickup(CommunityId community, Collection<OrderId> orders, PickupTime when) {
        if (when.from() == null || orders.isEmpty()) {
            return;
        }
        jdbc.sql("""
            update orders set pickup_from = :from, pickup_until = :until
            where community_id = :community and id in (:orders)
            """)
                .param("from", Times.sql(when.from()))
                .param("until", Times.sql(when.until()))
                .param("community", community.value())
                .param("orders", orders.stream().map(OrderId::value).toList())
                .update();
    }

    private static String stamp(OrderStatus to) {
        return switch (to) {
            case PLACED -> throw new IllegalArgumentException("Nothing becomes placed again");
            case PAID -> ", paid_at = now(), ended_at = null, sweep_at = null";
            case CONFIRMED -> ", confirmed_at = coalesce(confirmed_at, now()), collected_at = null";
            case COLLECTED -> ", collected_at = now()";
            case COMPLETED -> ", collected_at = coalesce(collected_at, now())";
            case CLOSED -> ", ended_at = now(), sweep_at = null";
            case REFUNDED -> ", ended_at = now()";
        };
    }

    private LockedOrder locked(CommunityId community, ResultSet row) throws SQLException {
        var id = new OrderId(row.getObject("id", UUID.class));
        var status = OrderStatus.valueOf(row.getString("status"));
        return new LockedOrder(
                paidOrder(community, id, status, row),
                status,
                row.getString("change_cause"),
                Money.ofFen(row.getLong("amount_fen")),
                Money.ofFen(row.getLong("returned_fen")),
                Money.ofFen(row.getLong("allowed_fen")),
                goods(community, id));
    }

    private static PaidOrder paidOrder(CommunityId community, OrderId id, OrderStatus status, ResultSet row)
            throws SQLException {
        @Nullable UUID buyer = row.getObject("buyer_id", UUID.class);
        @Nullable UUID sku = row.getObject("sku_id", UUID.class);
        @Nullable String whenFull = row.getString("when_full");
        return new PaidOrder(
                community,
                id,
                OrderKind.valueOf(row.getString("kind")),
                buyer == null ? null : new MemberId(buyer),
                row.getObject("source_id", UUID.class),
                row.getObject("offer_id", UUID.class),
                sku == null ? null : new SkuId(sku),
                Money.ofFen(row.getLong("unit_price_fen")),
                row.getInt("pieces"),
                whenFull == null ? null : WhenFull.valueOf(whenFull),
                instant(row, "placed_at"),
                status == OrderStatus.CLOSED);
    }
}
