package tuanju.order.paying;

import static tuanju.order.Times.instantOrNull;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.OrderId;
import tuanju.order.OrderStatus;

/** A buyer's own order, as far as paying or leaving it depends on it. */
@Component
@RequiredArgsConstructor
class OwnOrders {

    private final JdbcClient jdbc;
    private final Communities communities;

    /** Refuses with NotFound, also another person's. */
    @Transactional(readOnly = true)
    public OwnOrder own(MemberId buyer, Code code) {
        var community = communities.of(code).id();
        return jdbc.sql("""
                        select o.id, o.status, o.amount_fen, o.pay_before, o.pay_before <= now() as overdue,
                            l.product_name, l.spec
                        from orders o
                        join order_line l on l.community_id = o.community_id and l.order_id = o.id and l.position = 1
                        where o.community_id = :community and o.code = :code and o.buyer_id = :buyer
                        """)
                .param("community", community.value())
                .param("code", code.value())
                .param("buyer", buyer.value())
                .query((row, number) -> new OwnOrder(
                        community,
                        new OrderId(row.getObject("id", UUID.class)),
                        OrderStatus.valueOf(row.getString("status")),
                        (row.getString("product_name") + " " + row.getString("spec")).strip(),
                        Money.ofFen(row.getLong("amount_fen")),
                        instantOrNull(row, "pay_before"),
                        row.getBoolean("overdue")))
                .optional()
                .orElseThrow(NotFound::new);
    }
}
