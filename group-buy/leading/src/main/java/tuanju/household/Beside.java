package tuanju.household;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.cycle.CycleCard;

/** What is known of a cycle's orders beside what stands in them: one look, whoever keeps it. */
@Component
@RequiredArgsConstructor
class Beside {

    private final JdbcClient jdbc;

    /**
     * Orders by their ids.
     *
     * @param toLookAt those with a line that their leader is asked about
     * @param carried those whose bag goes to the door
     * @param byHand those that are to be paid by hand
     */
    record Known(Set<UUID> toLookAt, Set<UUID> carried, Map<UUID, ByHand.Due> byHand) {

        static final Known NOTHING = new Known(Set.of(), Set.of(), Map.of());
    }

    Known of(CycleCard cycle, List<UUID> orders) {
        var known = new Known(new HashSet<>(), new HashSet<>(), new HashMap<>());
        jdbc.sql("""
                        select order_id, 'LOOK' as what, 0::bigint as fen, null::timestamptz as counts_at
                            from orders_to_look_at(:community, :cycle)
                        union all select order_id, 'CARRIED', 0, null from orders_carried(:community, :cycle)
                        union all select order_id, 'BY_HAND', amount_fen, counts_at
                            from payments_by_hand(:community, :orders)
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .param("orders", orders.toArray(UUID[]::new))
                .query((ResultSet row) -> put(row, known));
        return known;
    }

    private static void put(ResultSet row, Known known) throws SQLException {
        var order = row.getObject("order_id", UUID.class);
        switch (row.getString("what")) {
            case "LOOK" -> known.toLookAt().add(order);
            case "CARRIED" -> known.carried().add(order);
            default -> {
                var counts = row.getTimestamp("counts_at");
                known.byHand()
                        .put(order, new ByHand.Due(row.getLong("fen"), counts == null ? null : counts.toInstant()));
            }
        }
    }
}
