package tuanju.order.aftersale;

import static tuanju.order.Times.instant;

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
import tuanju.order.LineId;
import tuanju.order.OrderId;

/** What went back of orders that were kept otherwise, line by line, and why. */
@Component
@RequiredArgsConstructor
public class OrderReturns {

    private final JdbcClient jdbc;

    /**
     * Money that went back for one line.
     *
     * @param bearer whose loss that is
     */
    public record Return(UUID order, String productName, String spec, Money amount, String cause, Bearer bearer) {}

    /** Of these orders, oldest first, in one query. */
    @Transactional(readOnly = true)
    public List<Return> of(CommunityId community, Collection<UUID> orders) {
        return jdbc.sql("""
                        select order_id, product_name, spec, fen, bearer, cause from order_adjustment
                        where community_id = :community and fen > 0 and order_id = any(cast(:orders as uuid[]))
                        order by at, step
                        """)
                .param("community", community.value())
                .param("orders", orders.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .query(OrderReturns::row)
                .list();
    }

    /** Every time a line of this order became fewer, oldest first. */
    @Transactional(readOnly = true)
    public List<LineChange> changes(CommunityId community, OrderId order) {
        return jdbc.sql("""
                        select line_id, product_name, spec, was, becomes, fen, at, cause from order_adjustment
                        where community_id = :community and order_id = :order and was is not null order by step
                        """)
                .param("community", community.value())
                .param("order", order.value())
                .query((row, number) -> new LineChange(
                        new LineId(row.getObject("line_id", UUID.class)),
                        row.getString("product_name"),
                        row.getString("spec"),
                        row.getInt("was"),
                        row.getInt("becomes"),
                        Money.ofFen(row.getLong("fen")),
                        instant(row, "at"),
                        row.getString("cause")))
                .list();
    }

    private static Return row(ResultSet row, int number) throws SQLException {
        return new Return(
                row.getObject("order_id", UUID.class),
                row.getString("product_name"),
                row.getString("spec"),
                Money.ofFen(row.getLong("fen")),
                row.getString("cause"),
                Bearer.valueOf(row.getString("bearer")));
    }
}
