package tuanju.order.dues;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.money.Money;

/** Where the money of orders is, whatever became of them. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class OrderDues {

    /** Joins what a query about orders o needs to say where their money is. */
    public static final String JOIN = " join order_due d on d.community_id = o.community_id and d.order_id = o.id ";

    public static final String COLUMNS = "d.here_fen, d.to_leader_fen, d.open_fen, d.too_much_fen";

    private final JdbcClient jdbc;

    /** Of all orders of a cycle or team, by order. */
    public Map<UUID, Dues> ofSource(CommunityId community, UUID source) {
        return ofSources(community, List.of(source));
    }

    /** The same of several cycles or teams. */
    public Map<UUID, Dues> ofSources(CommunityId community, Collection<UUID> sources) {
        var dues = new HashMap<UUID, Dues>();
        jdbc.sql("select d.order_id, " + COLUMNS
                        + " from order_due d where d.community_id = :community and d.source_id = any(:sources)")
                .param("community", community.value())
                .param("sources", sources.toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    dues.put(row.getObject("order_id", UUID.class), read(row));
                });
        return dues;
    }

    /** Of these orders, by order; one that is not there is missing. */
    public Map<UUID, Dues> of(CommunityId community, Collection<UUID> orders) {
        var dues = new HashMap<UUID, Dues>();
        if (orders.isEmpty()) {
            return dues;
        }
        jdbc.sql("select d.order_id, " + COLUMNS
                        + " from order_due d where d.community_id = :community and d.order_id in (:orders)")
                .param("community", community.value())
                .param("orders", orders)
                .query((ResultSet row) -> {
                    dues.put(row.getObject("order_id", UUID.class), read(row));
                });
        return dues;
    }

    public static Dues read(ResultSet row) throws SQLException {
        return new Dues(
                Money.ofFen(row.getLong("here_fen")),
                Money.ofFen(row.getLong("to_leader_fen")),
                Money.ofFen(row.getLong("open_fen")),
                Money.ofFen(row.getLong("too_much_fen")));
    }
}
