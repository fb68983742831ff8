package tuanju.order.fulfilment;

import static tuanju.order.Times.instantOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** Where the goods of a cycle or team go, from the snapshots of its orders. */
@Component
@RequiredArgsConstructor
public class OrderPoints {

    private final JdbcClient jdbc;

    /** The points of orders whose goods come, each as its latest order says; in no order. */
    @Transactional(readOnly = true)
    public List<OrderPoint> ofSource(CommunityId community, UUID source) {
        return jdbc.sql("""
                        select distinct on (pickup_point_id) pickup_point_id, pickup_point_name, pickup_point_area,
                            pickup_point_address, pickup_point_hours, pickup_leader_id,
                            min(pickup_from) over point as opens, max(pickup_until) over point as closes
                        from orders
                        where community_id = :community and source_id = :source
                            and status in ('CONFIRMED', 'COLLECTED', 'COMPLETED')
                        window point as (partition by pickup_point_id)
                        order by pickup_point_id, placed_at desc, id desc
                        """)
                .param("community", community.value())
                .param("source", source)
                .query(OrderPoints::point)
                .list();
    }

    /** The name of a point that one of these orders goes to and that is not this one. */
    public Optional<String> elsewhere(CommunityId community, Collection<UUID> orders, UUID point) {
        return orders.isEmpty()
                ? Optional.empty()
                : jdbc.sql("""
                        select pickup_point_name from orders
                        where community_id = :community and id in (:orders) and pickup_point_id <> :point
                        order by id limit 1
                        """)
                        .param("community", community.value())
                        .param("orders", orders)
                        .param("point", point)
                        .query(String.class)
                        .optional();
    }

    private static OrderPoint point(ResultSet row, int number) throws SQLException {
        return new OrderPoint(
                row.getObject("pickup_point_id", UUID.class),
                row.getString("pickup_point_name"),
                row.getString("pickup_point_area"),
                row.getString("pickup_point_address"),
                row.getString("pickup_point_hours"),
                new MemberId(row.getObject("pickup_leader_id", UUID.class)),
                instantOrNull(row, "opens"),
                instantOrNull(row, "closes"));
    }
}
