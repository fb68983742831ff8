package tuanju.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.money.Money;

/** What went back of orders that were kept otherwise, line by line, and why. */
@Component
@RequiredArgsConstructor
public class OrderReturns {

    private final JdbcClient jdbc;

    /**
     * Money that went back for one line.
     *
     * @param goodsStay whether the buyer has the goods all the same
     */
    public record Return(UUID order, String productName, String spec, Money amount, String cause, boolean goodsStay) {}

    /** Of these orders, oldest first, in one query. */
    @Transactional(readOnly = true)
    public List<Return> of(CommunityId community, Collection<UUID> orders) {
        return jdbc.sql("""
                        select order_id, product_name, spec, returned_fen as fen, cause, false as goods_stay, at
                        from order_line_change where community_id = :community and returned_fen > 0
                            and order_id = any(cast(:orders as uuid[]))
                        union all
                        select order_id, product_name, spec, amount_fen, cause, true, at
                        from order_line_allowance where community_id = :community
                            and order_id = any(cast(:orders as uuid[]))
                        order by at
                        """)
                .param("community", community.value())
                .param("orders", orders.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .query(OrderReturns::row)
                .list();
    }

    private static Return row(ResultSet row, int number) throws SQLException {
        return new Return(
                row.getObject("order_id", UUID.class),
                row.getString("product_name"),
                row.getString("spec"),
                Money.ofFen(row.getLong("fen")),
                row.getString("cause"),
                row.getBoolean("goods_stay"));
    }
}
