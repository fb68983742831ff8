package tuanju.order.paying;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.order.OrderId;
import tuanju.order.OrderIsOver;
import tuanju.order.OrderStatus;

/** Keeps a buyer's order from being paid while something about it changes that may change only before. */
@Component
@RequiredArgsConstructor
public class HoldingUnpaid {

    private final JdbcClient jdbc;
    private final OwnOrders orders;

    /** An order that is held. */
    public record Held(CommunityId community, OrderId order) {}

    /**
     * Holds this buyer's order until the transaction ends, by one statement that finds it only while it waits to be paid.
     * Refuses with AlreadyPaid, with OrderIsOver one that was closed or given back, with NotFound also another person's.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Held hold(MemberId buyer, Code code) {
        var own = orders.own(buyer, code);
        return jdbc.sql("""
            select id from orders
            where community_id = :community and id = :order and status = 'PLACED'
            for update
            """)
                .param("community", own.community().value())
                .param("order", own.id().value())
                .query((row, number) -> new Held(own.community(), new OrderId(row.getObject("id", UUID.class))))
                .optional()
                .orElseThrow(() -> isOver(orders.own(buyer, code)) ? new OrderIsOver() : new AlreadyPaid());
    }

    private static boolean isOver(OwnOrder order) {
        return order.status() == OrderStatus.CLOSED || order.status() == OrderStatus.REFUNDED;
    }
}
