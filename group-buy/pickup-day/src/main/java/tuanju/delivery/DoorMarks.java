package tuanju.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.order.OrderId;

/** Which orders of a cycle are carried to their doors. */
@Component
@RequiredArgsConstructor
class DoorMarks {

    private final JdbcClient jdbc;

    /** A cycle of a community. */
    record Round(CommunityId community, UUID cycle) {}

    Set<UUID> of(Round round) {
        return jdbc.sql("select order_id from delivery_mark where community_id = :community and cycle_id = :cycle")
                .param("community", round.community().value())
                .param("cycle", round.cycle())
                .query(DoorMarks::order)
                .set();
    }

    /** Marks those of these orders that are not yet, and answers which. */
    List<UUID> add(Round round, Collection<UUID> orders, MemberId by) {
        if (orders.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        insert into delivery_mark (community_id, cycle_id, order_id, marked_by)
                        select :community, :cycle, wanted, :by from unnest(:orders::uuid[]) as wanted order by wanted
                        on conflict do nothing returning order_id
                        """)
                .param("community", round.community().value())
                .param("cycle", round.cycle())
                .param("by", by.value())
                .param("orders", orders.toArray(UUID[]::new))
                .query(DoorMarks::order)
                .list();
    }

    /** Holds the marks of these orders until the transaction ends, and answers which have one. */
    List<UUID> hold(Round round, Collection<UUID> orders) {
        if (orders.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select order_id from delivery_mark
                        where community_id = :community and cycle_id = :cycle and order_id in (:orders)
                        order by order_id for update
                        """)
                .param("community", round.community().value())
                .param("cycle", round.cycle())
                .param("orders", orders)
                .query(DoorMarks::order)
                .list();
    }

    /** Takes these orders' marks away, and answers which had one. */
    List<UUID> remove(Round round, Collection<UUID> orders) {
        if (orders.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        delete from delivery_mark
                        where community_id = :community and cycle_id = :cycle and order_id in (:orders)
                        returning order_id
                        """)
                .param("community", round.community().value())
                .param("cycle", round.cycle())
                .param("orders", orders)
                .query(DoorMarks::order)
                .list();
    }

    /** Since when this order is carried to its door; empty when it is not. */
    Optional<Instant> since(CommunityId community, OrderId order) {
        return jdbc.sql("select marked_at from delivery_mark where community_id = :community and order_id = :order")
                .param("community", community.value())
                .param("order", order.value())
                .query((row, number) ->
                        row.getObject("marked_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    private static UUID order(ResultSet row, int number) throws SQLException {
        return row.getObject("order_id", UUID.class);
    }
}
