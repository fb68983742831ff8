package tuanju.cycle.ordering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.cycle.export.Remark;
import tuanju.member.MemberId;
import tuanju.order.OrderId;
import tuanju.outbox.StoredJson;

/** Imported lines that a leader has not looked at yet. */
@Component
@RequiredArgsConstructor
public class Looks {

    private final JdbcClient jdbc;
    private final StoredJson stored;

    /** One line to look at: what was written and what is said about it. */
    public record Look(UUID order, int row, String written, List<Remark> remarks) {}

    /** What is open about these orders, order by order. */
    public Map<UUID, List<Look>> open(CycleCard cycle, Collection<UUID> orders) {
        return open(cycle).stream()
                .filter(look -> orders.contains(look.order()))
                .collect(Collectors.groupingBy(Look::order, LinkedHashMap::new, Collectors.toList()));
    }

    private record Line(UUID orderId, int rowNumber, String written, String remarks) {}

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getObject("order_id", UUID.class),
                row.getInt("row_number"),
                row.getString("written"),
                row.getString("remarks"));
    }

    public List<Look> open(CycleCard cycle) {
        return jdbc
                .sql("""
                        select l.order_id, l.row_number, coalesce(l.original ->> '详细地址', '') as written, l.remarks::text as remarks
                        from cycle_import_line l
                        join cycle_import_order o on o.community_id = l.community_id and o.order_id = l.order_id
                        where l.community_id = :community and o.cycle_id = :cycle
                          and l.attention = 'LOOK' and l.settled_at is null
                        order by l.import_id, l.row_number
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .query(Looks::line)
                .list()
                .stream()
                .map(line -> new Look(
                        line.orderId(),
                        line.rowNumber(),
                        line.written(),
                        stored.readList(line.remarks(), Remark.class)))
                .toList();
    }

    /** The leader has looked at everything about this order. Answers when, where something was open. */
    public Optional<Instant> settle(CycleCard cycle, OrderId order, MemberId leader) {
        return jdbc
                .sql("""
                        update cycle_import_line set settled_at = now(), settled_by = :leader
                        where community_id = :community and order_id = :order and settled_at is null
                        returning settled_at
                        """)
                .param("community", cycle.community().value())
                .param("order", order.value())
                .param("leader", leader.value())
                .query((row, number) -> row.getTimestamp("settled_at").toInstant())
                .list()
                .stream()
                .findFirst();
    }

    /** What was looked at then is to be looked at again. */
    void lookAgain(CycleCard cycle, OrderId order, Instant settledAt) {
        jdbc.sql("""
                        update cycle_import_line set settled_at = null, settled_by = null
                        where community_id = :community and order_id = :order and settled_at = :at
                        """)
                .param("community", cycle.community().value())
                .param("order", order.value())
                .param("at", Timestamp.from(settledAt))
                .update();
    }

    /** The imported order with this code in this cycle; refuses with NotFound. */
    public OrderId order(CycleCard cycle, Code order) {
        return jdbc.sql("""
                        select order_id from cycle_import_order
                        where community_id = :community and cycle_id = :cycle and order_code = :code
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .param("code", order.value())
                .query(UUID.class)
                .optional()
                .map(OrderId::new)
                .orElseThrow(NotFound::new);
    }
}
