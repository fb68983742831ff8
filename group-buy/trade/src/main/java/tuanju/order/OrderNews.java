package tuanju.order;

import static tuanju.order.Times.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;

/** Announces what happened to orders, with the facts that others count. */
@Component
@RequiredArgsConstructor
@NamedInterface("rows")
public class OrderNews {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    /** Announces the same thing about each of these orders. */
    public void announce(
            CommunityId community, Collection<OrderId> orders, BiFunction<OrderFacts, Instant, Object> event) {
        if (orders.isEmpty()) {
            return;
        }
        var facts = new LinkedHashMap<UUID, OrderFacts>();
        // the transaction's time in the database, which is what the orders say too
        var at = new AtomicReference<>(Instant.EPOCH);
        jdbc.sql("""
            select o.id, o.kind, o.buyer_id, o.pickup_leader_id, o.amount_fen, l.product_id, l.product_name,
                l.quantity, l.amount_fen as line_fen, now() as announced_at
            from orders o join order_line l on l.community_id = o.community_id and l.order_id = o.id
            where o.community_id = :community and o.id in (:orders)
            order by o.id, l.position
            """)
                .param("community", community.value())
                .param("orders", orders.stream().map(OrderId::value).toList())
                .query((ResultSet row) -> {
                    fold(community, row, facts);
                    at.set(instant(row, "announced_at"));
                });
        facts.values().forEach(order -> events.publishEvent(event.apply(order, at.get())));
    }

    private static void fold(CommunityId community, ResultSet row, LinkedHashMap<UUID, OrderFacts> facts)
            throws SQLException {
        var id = row.getObject("id", UUID.class);
        var order = facts.get(id);
        if (order == null) {
            order = order(community, id, row);
            facts.put(id, order);
        }
        order.lines().add(line(row));
    }

    private static OrderFacts order(CommunityId community, UUID id, ResultSet row) throws SQLException {
        @Nullable UUID buyer = row.getObject("buyer_id", UUID.class);
        List<OrderFacts.Line> lines = new ArrayList<>();
        return new OrderFacts(
                community,
                new OrderId(id),
                OrderKind.valueOf(row.getString("kind")),
                buyer == null ? null : new MemberId(buyer),
                new MemberId(row.getObject("pickup_leader_id", UUID.class)),
                Money.ofFen(row.getLong("amount_fen")),
                lines);
    }

    private static OrderFacts.Line line(ResultSet row) throws SQLException {
        return new OrderFacts.Line(
                row.getObject("product_id", UUID.class),
                row.getString("product_name"),
                row.getInt("quantity"),
                Money.ofFen(row.getLong("line_fen")));
    }
}
