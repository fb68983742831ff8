package support;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.order.OrderStatus;
import tuanju.order.paying.OrderPaying;
import tuanju.payment.OfflinePayments;

/** Pays orders in tests the way a leader marks cash as received: through the real payment module, without HTTP. */
@TestComponent
@RequiredArgsConstructor
public class Till {

    private final OrderPaying paying;
    private final OfflinePayments cash;
    private final JdbcClient jdbc;

    /** Opens a payment that can be received whenever the test likes. */
    public void open(MemberId buyer, Code order) {
        paying.pay(buyer, order, "offline");
    }

    /** The money of an opened payment arrives. */
    public void receive(CommunityId community, Code order, MemberId by) {
        cash.received(community, paymentOf(order), by, "");
    }

    /** Opens and receives. */
    public void pay(Neighbourhood home, MemberId buyer, Code order) {
        open(buyer, order);
        receive(home.id(), order, home.leader());
    }

    public OrderStatus statusOf(Code order) {
        return jdbc.sql("select status from orders where code = ?")
                .param(order.value())
                .query((row, number) -> OrderStatus.valueOf(row.getString(1)))
                .single();
    }

    /** What of an order's money is on its way back or has arrived, in fen. */
    public long refundedFen(Code order) {
        return jdbc.sql("""
            select coalesce(sum(r.amount_fen), 0) from refund r
                join orders o on o.community_id = r.community_id and o.id = r.order_id
            where o.code = ?
            """).param(order.value()).query(Long.class).single();
    }

    /** Both at one moment: refunds are carried out in the background. */
    public Standing standingOf(Code order) {
        return jdbc.sql("""
            select o.status, coalesce(sum(r.amount_fen), 0) as fen from orders o
                left join refund r on r.community_id = o.community_id and r.order_id = o.id
            where o.code = ? group by o.status
            """)
                .param(order.value())
                .query((row, number) -> new Standing(OrderStatus.valueOf(row.getString("status")), row.getLong("fen")))
                .single();
    }

    /** Where an order stands and how much of its money went or goes back. */
    public record Standing(OrderStatus status, long refundedFen) {}

    private String paymentOf(Code order) {
        return jdbc.sql("""
            select p.code from payment p
                join orders o on o.community_id = p.community_id and o.id = p.order_id
            where o.code = ?
            """).param(order.value()).query(String.class).single();
    }

    /** The id behind a code. */
    public UUID idOf(Code order) {
        return jdbc.sql("select id from orders where code = ?")
                .param(order.value())
                .query(UUID.class)
                .single();
    }
}
