package tuanju.order;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.money.Money;

/** What orders to be handed over add up to, counted by the database alone, so that lists can be held against it. */
@Component
@RequiredArgsConstructor
public class OrderSums {

    private static final String PER_ADDRESS = """
            select o.address_lane, o.address_building, count(distinct o.id), count(*), sum(l.quantity), sum(l.amount_fen)
            from orders o join order_line l on l.community_id = o.community_id and l.order_id = o.id
            where o.community_id = :community and o.status in ('CONFIRMED', 'COLLECTED', 'COMPLETED')
            """;

    private final JdbcClient jdbc;

    /** Orders, lines, pieces and money of one lane and building, as both are written in the orders. */
    public record OfBuilding(String lane, String building, OrderTotals totals) {}

    /** The sums of one cycle or team, per lane and building as written. */
    public List<OfBuilding> ofSource(CommunityId community, UUID source) {
        return jdbc.sql(PER_ADDRESS + " and o.source_id = :source group by o.address_lane, o.address_building")
                .param("community", community.value())
                .param("source", source)
                .query((row, number) -> new OfBuilding(
                        row.getString(1),
                        row.getString(2),
                        new OrderTotals(row.getInt(3), row.getInt(4), row.getInt(5), Money.ofFen(row.getLong(6)))))
                .list();
    }
}
