package tuanju.order.aftersale;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.community.CommunityId;
import tuanju.money.Money;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.order.OrderStatus;
import tuanju.order.fulfilment.NotCollectable;
import tuanju.order.life.OrderRows;
import tuanju.order.life.ReservedGoods;

/**
 * Ends orders whose buyers did not come in time, once their goods are gone: what was given away is completed as if it had
 * been fetched, what went back to where it came from is refunded. Every method joins the caller's transaction.
 */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
public class UnclaimedOrders {

    /** When an order o was handed over, as a column: one that nobody came for was not, though its row has the time it ended. */
    public static final String HANDED_OVER_AT =
            "case when o.change_cause <> 'never-collected' then o.collected_at end as collected_at";

    private static final OrderChange NEVER_COLLECTED = new OrderChange(null, "never-collected");

    private final OrderRows rows;
    private final OrderLines lines;
    private final ReservedGoods goods;
    private final CalledOff calledOff;
    private final Allowances allowances;
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
     * Gives back what was kept for goods that went back: all of it, or what was not fetched. Never more than its lines cost,
     * whatever was given back for them before. Refuses with NotRefundable (409).
     */
    public void refund(CommunityId community, OrderId id) {
        if (rows.lock(community, id).isEmpty()) {
            throw new NotFound();
        }
        if (!lines.isPartlyHanded(community, id)) {
            calledOff.whole(community, id, AdjustmentKind.RETURNED, NEVER_COLLECTED);
            return;
        }
        complete(community, id);
        // last, because it touches the community's busy accounts
        notFetched(community, id).forEach(it -> allowances.give(community, id, it, NEVER_COLLECTED));
    }

    /** Of each product what its buyer does not have, or what of its price did not go back yet if that is less. */
    private List<Allowance> notFetched(CommunityId community, OrderId order) {
        return jdbc.sql("""
                        select product_name, spec, least(gone, price - given) as fen from (
                            select l.product_name, l.spec, sum(l.amount_fen * (l.quantity - l.handed) / l.quantity)::bigint as gone,
                                sum(l.amount_fen)::bigint as price, (
                                    select coalesce(sum(case when a.was is null then a.fen else -a.before_fen end), 0)::bigint
                                    from order_adjustment a where a.community_id = :community and a.order_id = :order
                                        and a.product_name = l.product_name and a.spec = l.spec) as given
                            from order_line l where l.community_id = :community and l.order_id = :order
                            group by l.product_name, l.spec) product
                        where least(gone, price - given) > 0
                        order by product_name, spec
                        """)
                .param("community", community.value())
                .param("order", order.value())
                .query((row, number) -> new Allowance(
                        AdjustmentKind.RETURNED,
                        row.getString("product_name"),
                        row.getString("spec"),
                        Money.ofFen(row.getLong("fen")),
                        NEVER_COLLECTED.cause(),
                        "unclaimed-" + order.value() + "-" + number))
                .list();
    }
}
