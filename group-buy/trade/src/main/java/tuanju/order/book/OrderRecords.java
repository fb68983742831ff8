package tuanju.order.book;

import static tuanju.order.Times.instant;
import static tuanju.order.Times.instantOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.OrderId;
import tuanju.order.OrderKind;
import tuanju.order.OrderStatus;
import tuanju.order.Times;
import tuanju.order.aftersale.UnclaimedOrders;
import tuanju.order.dues.OrderDues;
import tuanju.order.life.CompletedOrders;

/** Orders in numbers and dates: of a cycle or team whatever became of them, of a leader what was handed over. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class OrderRecords {

    private static final String COLUMNS = """
            select o.id, o.code, o.kind, o.status, o.source_id, o.source_code, o.amount_fen, o.returned_fen, o.allowed_fen,
                o.placed_at, o.paid_at, o.pickup_from, o.pickup_until, o.settled_at,
                %s, %s, %s as leader_gave_fen,
                (select coalesce(sum(l.quantity), 0) from order_line l
                    where l.community_id = o.community_id and l.order_id = o.id) as pieces
            from orders o %s where o.community_id = :community
            """.formatted(
                    UnclaimedOrders.HANDED_OVER_AT, OrderDues.COLUMNS, CompletedOrders.LEADER_GAVE, OrderDues.JOIN);

    private final JdbcClient jdbc;

    /** All orders of one cycle or team, also unpaid, closed and refunded ones, in the order they were placed. */
    public List<OrderRecord> ofSource(CommunityId community, UUID source) {
        return jdbc.sql(COLUMNS + " and o.source_id = :source order by o.placed_at, o.id")
                .param("community", community.value())
                .param("source", source)
                .query(OrderRecords::order)
                .list();
    }

    /** How far back, and at most how many. */
    public record Due(Instant since, int most) {}

    /**
     * The latest orders of this leader's points whose pickup time is over or that were handed over: those whose goods came,
     * and those that were given back because the delivery was short.
     */
    public List<OrderRecord> dueAtPointsOf(CommunityId community, MemberId leader, Due due) {
        return jdbc.sql(COLUMNS + """
                         and o.pickup_leader_id = :leader and o.placed_at >= :since
                            and (o.status in ('COLLECTED', 'COMPLETED') or o.pickup_until < now())
                            and (o.status in ('CONFIRMED', 'COLLECTED', 'COMPLETED')
                                or o.called_off_as = 'SHORT')
                        order by o.placed_at desc, o.id desc limit :most
                        """)
                .param("community", community.value())
                .param("leader", leader.value())
                .param("since", Times.sql(due.since()))
                .param("most", due.most())
                .query(OrderRecords::order)
                .list();
    }

    /** From a moment until just before another. */
    public record Span(Instant from, Instant until) {}

    /** The orders handed over at this leader's points in this time, in the order they were. */
    public List<OrderRecord> handedOverAtPointsOf(CommunityId community, MemberId leader, Span span) {
        return jdbc.sql(COLUMNS + """
                         and o.pickup_leader_id = :leader and o.status in ('COLLECTED', 'COMPLETED')
                            and o.collected_at >= :from and o.collected_at < :until
                        order by o.collected_at, o.id
                        """)
                .param("community", community.value())
                .param("leader", leader.value())
                .param("from", Times.sql(span.from()))
                .param("until", Times.sql(span.until()))
                .query(OrderRecords::order)
                .list();
    }

    private static OrderRecord order(ResultSet row, int number) throws SQLException {
        @Nullable String source = row.getString("source_code");
        return new OrderRecord(
                new OrderId(row.getObject("id", UUID.class)),
                new Code(row.getString("code")),
                OrderKind.valueOf(row.getString("kind")),
                OrderStatus.valueOf(row.getString("status")),
                row.getObject("source_id", UUID.class),
                source == null ? null : new Code(source),
                Money.ofFen(row.getLong("amount_fen")),
                Money.ofFen(row.getLong("returned_fen")),
                Money.ofFen(row.getLong("allowed_fen")),
                Money.ofFen(row.getLong("leader_gave_fen")),
                OrderDues.read(row),
                row.getInt("pieces"),
                new OrderRecord.Dates(
                        instant(row, "placed_at"),
                        instantOrNull(row, "paid_at"),
                        instantOrNull(row, "pickup_from"),
                        instantOrNull(row, "pickup_until"),
                        instantOrNull(row, "collected_at"),
                        instantOrNull(row, "settled_at")));
    }
}
