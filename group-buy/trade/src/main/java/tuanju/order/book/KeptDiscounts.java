package tuanju.order.book;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.money.Money;
import tuanju.order.OrderId;

/** What is left of an order's discounts after pieces left it and took their part along. */
@Component
@RequiredArgsConstructor
public class KeptDiscounts {

    private final JdbcClient jdbc;

    /** Of those of this source, in the order in which they were taken off; each line's part in proportion, rounded down. */
    @Transactional(readOnly = true)
    public List<Money> of(CommunityId community, OrderId order, String source) {
        return jdbc.sql("""
            with got as (
                select line_id, sum(amount_fen) as fen from order_discount_line
                where community_id = :community and order_id = :order group by line_id
            )
            select coalesce(sum(floor(p.amount_fen * coalesce(l.discount_fen, 0) / g.fen)), 0)::bigint as kept
            from order_discount d
            join order_discount_line p
                on p.community_id = d.community_id and p.order_id = d.order_id and p.position = d.position
            join got g on g.line_id = p.line_id
            left join order_line l on l.community_id = d.community_id and l.order_id = d.order_id and l.id = p.line_id
            where d.community_id = :community and d.order_id = :order and d.source = :source
            group by d.position order by d.position
            """)
                .param("community", community.value())
                .param("order", order.value())
                .param("source", source)
                .query((row, number) -> Money.ofFen(row.getLong("kept")))
                .list();
    }
}
