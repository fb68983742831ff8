package tuanju.order.aftersale;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;

/** What went wrong with orders after they were paid: pieces that came short, and goods that were complained about. */
@Component
@RequiredArgsConstructor
public class OrderTroubles {

    private final JdbcClient jdbc;

    /**
     * One order's trouble.
     *
     * @param cutPieces that did not come because the delivery was short
     * @param wantedPieces that were paid for when the delivery came
     * @param complained whether money went back for goods that were damaged or missing at the gate
     */
    public record Trouble(UUID order, long cutPieces, long wantedPieces, boolean complained) {

        /** Nothing is known about an order. */
        public static final Trouble NONE = new Trouble(new UUID(0, 0), 0, 0, false);
    }

    /** By order, in one query. */
    @Transactional(readOnly = true)
    public Map<UUID, Trouble> of(CommunityId community, Collection<UUID> orders) {
        return jdbc
                .sql("""
                        select o.id,
                            coalesce(cut.pieces, 0) + case when o.status = 'REFUNDED' then line.pieces else 0 end as cut,
                            coalesce(cut.pieces, 0) + line.pieces as wanted,
                            exists (select from order_adjustment a
                                where a.community_id = o.community_id and a.order_id = o.id
                                    and a.kind in ('DAMAGED', 'LEFT_OUT')) as complained
                        from orders o
                        cross join lateral (
                            select coalesce(sum(l.quantity), 0) as pieces from order_line l
                            where l.community_id = o.community_id and l.order_id = o.id) line
                        left join lateral (
                            select sum(c.pieces) as pieces from order_adjustment c
                            where c.community_id = o.community_id and c.order_id = o.id and c.kind = 'SHORT') cut on true
                        where o.community_id = :community and o.id = any(cast(:orders as uuid[]))
                        """)
                .param("community", community.value())
                .param("orders", orders.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .query((row, number) -> new Trouble(
                        row.getObject("id", UUID.class),
                        row.getLong("cut"),
                        row.getLong("wanted"),
                        row.getBoolean("complained")))
                .list()
                .stream()
                .collect(Collectors.toMap(Trouble::order, Function.identity()));
    }
}
