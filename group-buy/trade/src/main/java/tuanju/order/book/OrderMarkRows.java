package tuanju.order.book;

import static tuanju.order.Times.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** Reads what was done last to each of many orders. */
@Component
@RequiredArgsConstructor
class OrderMarkRows {

    private static final String LAST = """
            with said (order_id, did, at, by) as (
                select order_id, 'TAKEN', taken_at, actor_id from order_taken_by_hand
                    where community_id = :community and order_id = any(:orders) and undone_at is null
                union all select order_id, 'NOT_TAKEN', undone_at, undone_by from order_taken_by_hand
                    where community_id = :community and order_id = any(:orders) and undone_at is not null
                union all select order_id, 'PAID_BACK', noted_at, actor_id from order_paid_back_by_hand
                    where community_id = :community and order_id = any(:orders) and undone_at is null and how <> 'CARRIED'
                union all select order_id, case when to_status = 'COLLECTED' then 'HANDED_OVER' else 'HANDED_BACK' end,
                        at, actor_id from order_history
                    where community_id = :community and order_id = any(:orders)
                        and (to_status = 'COLLECTED' or from_status = 'COLLECTED' and to_status = 'CONFIRMED')
                union all select order_id, 'MOVED', at, actor_id from order_point_change
                    where community_id = :community and order_id = any(:orders) and cause <> 'moved-by-buyer'
                union all select order_id, 'DOOR', at, actor_id from order_door_change
                    where community_id = :community and order_id = any(:orders)),
            latest as (select distinct on (order_id) order_id, did, at, by from said where by is not null
                order by order_id, at desc)
            select l.order_id, l.did, l.at, l.by, c.contact_name from latest l
            left join lateral contact_of(l.by) c on true
            """;

    private final JdbcClient jdbc;

    /** By the id of the order; one that nobody did anything to is missing. */
    Map<UUID, OrderStep.Mark> of(CommunityId community, Collection<UUID> orders) {
        return jdbc
                .sql(LAST)
                .param("community", community.value())
                .param("orders", orders.toArray(UUID[]::new))
                .query(OrderMarkRows::mark)
                .list()
                .stream()
                .collect(Collectors.toMap(OrderStep.Mark::order, Function.identity()));
    }

    private static OrderStep.Mark mark(ResultSet row, int number) throws SQLException {
        return new OrderStep.Mark(
                row.getObject("order_id", UUID.class),
                OrderStep.Did.valueOf(row.getString("did")),
                new MemberId(row.getObject("by", UUID.class)),
                Objects.requireNonNullElse(row.getString("contact_name"), ""),
                instant(row, "at"));
    }
}
