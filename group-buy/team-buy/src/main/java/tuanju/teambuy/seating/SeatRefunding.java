package tuanju.teambuy.seating;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.order.life.Orders;

/** Gives the money of one seat back, in a transaction of its own; twice is once. */
@Component
@RequiredArgsConstructor
class SeatRefunding {

    private static final int BATCH = 100;

    private final JdbcClient jdbc;
    private final SeatRows seats;
    private final Orders orders;

    /** A seat whose money should be on its way back. */
    record Waiting(CommunityId community, OrderId order) {}

    @Transactional
    public void refund(CommunityId community, OrderId order) {
        orders.refund(community, order, new OrderChange(null, cause(community, order)));
        seats.refunded(community, order);
    }

    /** Seats forgotten by their task: of lapsed teams, or left, longer than a minute ago. */
    List<Waiting> forgotten() {
        return jdbc.sql("""
            select s.community_id, s.order_id
            from seat s join team t on t.community_id = s.community_id and t.id = s.team_id
            where s.refunded_at is null
                and (s.status = 'PAID' and t.status = 'LAPSED' and t.ended_at < now() - interval '1 minute'
                    or s.status = 'LEFT' and s.ended_at < now() - interval '1 minute')
            limit :batch
            """)
                .param("batch", BATCH)
                .query((row, number) -> new Waiting(
                        new CommunityId(row.getObject("community_id", UUID.class)),
                        new OrderId(row.getObject("order_id", UUID.class))))
                .list();
    }

    private String cause(CommunityId community, OrderId order) {
        return jdbc.sql("""
            select case status when 'LEFT' then 'left-before-forming' else 'team-lapsed' end from seat
            where community_id = :community and order_id = :order and status in ('PAID', 'LEFT')
            order by taken_at desc limit 1
            """)
                .param("community", community.value())
                .param("order", order.value())
                .query(String.class)
                .single();
    }
}
