package tuanju.order;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.community.CommunityId;

/**
 * Ends orders whose buyers did not come in time, once their goods are gone: what was given away is completed as if it had
 * been fetched, what went back to where it came from is refunded. Every method joins the caller's transaction.
 */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
public class UnclaimedOrders {

    private static final OrderChange NEVER_COLLECTED = new OrderChange(null, "never-collected");

    private final OrderRows rows;
    private final OrderLines lines;
    private final ReservedGoods goods;
    private final CalledOff calledOff;
    private final JdbcClient jdbc;

    /** Completes it: the goods were its buyer's, and the time they were kept is over. Refuses with NotCollectable (409). */
    public void complete(CommunityId community, OrderId id) {
        var order = rows.lock(community, id).orElseThrow(NotFound::new);
        if (!rows.move(community, id, OrderStatus.CONFIRMED, OrderStatus.COMPLETED, NEVER_COLLECTED)) {
            throw new NotCollectable();
        }
        goods.handOver(community, order);
    }

    /**
     * Gives back what was kept for goods that went back: all of it, or what was not fetched. Refuses with NotRefundable
     * (409).
     */
    public void refund(CommunityId community, OrderId id) {
        if (rows.lock(community, id).isEmpty()) {
            throw new NotFound();
        }
        if (!lines.isPartlyHanded(community, id)) {
            calledOff.whole(community, id, NEVER_COLLECTED);
            return;
        }
        calledOff.some(community, id, fetched(community, id), NEVER_COLLECTED, "unclaimed-" + id.value());
        complete(community, id);
    }

    /** Of each product only what its buyer has. */
    private List<LineKeep> fetched(CommunityId community, OrderId order) {
        return jdbc.sql("""
                        select product_name, spec, sum(handed)::int as handed from order_line
                        where community_id = :community and order_id = :order
                        group by product_name, spec order by product_name, spec
                        """)
                .param("community", community.value())
                .param("order", order.value())
                .query((row, number) -> new LineKeep(
                        row.getString("product_name"),
                        row.getString("spec"),
                        row.getInt("handed"),
                        NEVER_COLLECTED.cause()))
                .list();
    }
}
