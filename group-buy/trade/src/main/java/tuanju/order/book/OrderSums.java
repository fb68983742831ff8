package tuanju.order.book;

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

    private static final String ALLOWED = """
            (select coalesce(sum(a.fen), 0)::bigint from order_adjustment a
                where a.community_id = l.community_id and a.order_id = l.order_id and a.was is null
                    and a.product_name = l.product_name and a.spec = l.spec)
            """;

    /** What of a line o × l is forgone: of the same goods in several lines the first gives way first. */
    static final String LINE_ALLOWED = """
            case when o.allowed_fen = 0 then 0 else least(l.amount_fen, greatest(0, %s + l.amount_fen - (
                sum(l.amount_fen) over (partition by l.order_id, l.product_name, l.spec order by l.position))::bigint)) end
            """.formatted(ALLOWED);

    /** Goods by goods, apart from how a list shares out what is forgone. */
    private static final String PER_ADDRESS = """
            select address_lane, address_building, count(distinct id), sum(lines), sum(pieces), sum(fen)
            from (
                select o.address_lane, o.address_building, o.id, count(*) as lines, sum(l.quantity) as pieces,
                    greatest(0, sum(l.amount_fen) - %s) as fen
                from orders o join order_line l on l.community_id = o.community_id and l.order_id = o.id
                where o.community_id = :community and o.source_id = :source
                    and o.status in ('CONFIRMED', 'COLLECTED', 'COMPLETED')
                group by o.address_lane, o.address_building, o.id, l.community_id, l.order_id, l.product_name, l.spec) goods
            group by address_lane, address_building
            """.formatted(ALLOWED);

    private final JdbcClient jdbc;

    /** Orders, lines, pieces and money of one lane and building, as both are written in the orders. */
    public record OfBuilding(String lane, String building, OrderTotals totals) {}

    /** The sums of one cycle or team, per lane and building as written. */
    public List<OfBuilding> ofSource(CommunityId community, UUID source) {
        return jdbc.sql(PER_ADDRESS)
                .param("community", community.value())
                .param("source", source)
                .query((row, number) -> new OfBuilding(
                        row.getString(1),
                        row.getString(2),
                        new OrderTotals(row.getInt(3), row.getInt(4), row.getInt(5), Money.ofFen(row.getLong(6)))))
                .list();
    }
}
