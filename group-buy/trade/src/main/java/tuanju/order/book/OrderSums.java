package tuanju.order.book;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.money.Money;

/** What orders to be handed over add up to, counted by the database alone, so that lists can be held against it. */
@Component
@RequiredArgsConstructor
public class OrderSums {

    private static final String ALLOWED = """
            (select coalesce(sum(case when a.was is null then a.fen else -a.before_fen end), 0)::bigint from order_adjustment a
                where a.community_id = l.community_id and a.order_id = l.order_id
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

    /**
     * What became of a product, as sums that name nobody.
     *
     * @param pieces that orders keep
     * @param orders they are in
     * @param complaints how often some of the price went back because of how it was, or because it was not in the bag
     * @param back what went back for that
     */
    public record Sold(String name, int pieces, int orders, int complaints, Money back) {}

    /** Of orders placed in this time and paid, by their products' ids and names; what nobody ordered is left out. The most ordered first. */
    @Transactional(readOnly = true)
    public List<Sold> sold(CommunityId community, Map<UUID, String> products, Instant from, Instant to) {
        if (products.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
            with line as (
                select l.product_id, l.id, l.order_id, l.quantity from orders o
                join order_line l on l.community_id = o.community_id and l.order_id = o.id
                where o.community_id = :community and o.placed_at >= :from and o.placed_at < :to
                    and o.status in ('PAID', 'CONFIRMED', 'COLLECTED', 'COMPLETED') and l.product_id = any(:products))
            select line.product_id, sum(line.quantity)::int as pieces, count(distinct line.order_id)::int as orders,
                coalesce(sum(back.complaints), 0)::int as complaints, coalesce(sum(back.fen), 0)::bigint as fen
            from line left join lateral (
                select count(*) as complaints, sum(a.fen) as fen from order_adjustment a
                where a.community_id = :community and a.order_id = line.order_id and a.line_id = line.id
                    and a.kind in ('DAMAGED', 'LEFT_OUT')) back on true
            group by line.product_id order by pieces desc, line.product_id
            """)
                .param("community", community.value())
                .param("products", products.keySet().toArray(UUID[]::new))
                .param("from", OffsetDateTime.ofInstant(from, ZoneOffset.UTC))
                .param("to", OffsetDateTime.ofInstant(to, ZoneOffset.UTC))
                .query((row, number) -> new Sold(
                        products.getOrDefault(row.getObject("product_id", UUID.class), ""),
                        row.getInt("pieces"),
                        row.getInt("orders"),
                        row.getInt("complaints"),
                        Money.ofFen(row.getLong("fen"))))
                .list();
    }
}
