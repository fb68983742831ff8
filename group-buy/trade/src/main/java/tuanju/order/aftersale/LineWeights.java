package tuanju.order.aftersale;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.order.OrderId;

/** Notes on the lines of orders what their goods weigh, for everyone who reads the order. */
@Component
@RequiredArgsConstructor
public class LineWeights {

    private final JdbcClient jdbc;

    /**
     * Shared out onto the lines of these goods by their pieces, to the gram. What it costs less is an {@link Allowance}.
     * Joins the caller's transaction.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(CommunityId community, OrderId order, LineWeight weight) {
        jdbc.sql("""
                        update order_line l set grams = part.grams
                        from (
                            select position, (:grams::bigint * until / pieces - :grams::bigint * (until - quantity) / pieces)::int as grams
                            from (
                                select position, quantity, sum(quantity) over (order by position) as until,
                                    sum(quantity) over () as pieces
                                from order_line where community_id = :community and order_id = :order
                                    and product_name = :name and spec = :spec) one) part
                        where l.community_id = :community and l.order_id = :order and l.position = part.position
                        """)
                .param("grams", weight.grams())
                .param("community", community.value())
                .param("order", order.value())
                .param("name", weight.productName())
                .param("spec", weight.spec())
                .update();
    }
}
