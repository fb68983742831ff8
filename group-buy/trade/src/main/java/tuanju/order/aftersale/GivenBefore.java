package tuanju.order.aftersale;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.money.Money;
import tuanju.order.OrderId;

/** What of the goods that an order still has went back while their pieces stayed. */
@Component
@RequiredArgsConstructor
class GivenBefore {

    private final JdbcClient jdbc;

    /** Less what was of pieces that left since. */
    Money given(CommunityId community, OrderId order, LineKeep of) {
        return Money.ofFen(jdbc.sql("""
            select coalesce(sum(case when was is null then fen else -before_fen end), 0)::bigint from order_adjustment
            where community_id = :community and order_id = :order and product_name = :name and spec = :spec
            """)
                .param("community", community.value())
                .param("order", order.value())
                .param("name", of.productName())
                .param("spec", of.spec())
                .query(Long.class)
                .single());
    }
}
