package tuanju.order.aftersale;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.community.CommunityId;
import tuanju.money.Money;
import tuanju.order.LockedOrder;
import tuanju.order.NotRefundable;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.order.OrderKind;
import tuanju.order.OrderLineCard;
import tuanju.order.OrderNews;
import tuanju.order.OrderRefunded;
import tuanju.order.OrderStatus;
import tuanju.order.PickupTime;
import tuanju.order.aftersale.TellingLess.Less;
import tuanju.order.life.OrderRows;
import tuanju.order.life.ReservedGoods;
import tuanju.payment.Refunds;

/**
 * Gives paid orders, or some of their pieces, back before anything was handed over: a cycle that lapsed, a case that did
 * not fill, a buyer who thought again. Every method joins the caller's transaction.
 */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
public class CalledOff {

    private final OrderRows rows;
    private final OrderLines lines;
    private final CheaperLines cheaper;
    private final OrderNews news;
    private final ReservedGoods goods;
    private final Refunds refunds;
    private final TellingLess less;
    private final JdbcClient jdbc;

    /** The orders of a cycle or team whose money is here and whose goods are not handed over yet. */
    public List<OrderId> held(CommunityId community, UUID source) {
        return jdbc.sql("""
            select id from orders where community_id = :community and source_id = :source
                and status in ('PAID', 'CONFIRMED') order by placed_at, id
            """)
                .param("community", community.value())
                .param("source", source)
                .query((row, number) -> new OrderId(row.getObject("id", UUID.class)))
                .list();
    }

    /**
     * Gives the whole order back, money and goods; twice is once. An import was paid elsewhere: there it ends, and its
     * money goes back where it was taken. Refuses with NotRefundable (409) what is collected or not paid.
     */
    public void whole(CommunityId community, OrderId id, AdjustmentKind kind, OrderChange change) {
        var order = rows.lock(community, id).orElseThrow(NotFound::new);
        if (order.status() == OrderStatus.REFUNDED) {
            return;
        }
        boolean isHeld = order.status() == OrderStatus.PAID || order.status() == OrderStatus.CONFIRMED;
        if (!isHeld || lines.isPartlyHanded(community, id) || !end(community, order, kind, change)) {
            throw new NotRefundable();
        }
        news.announce(community, List.of(id), OrderRefunded::new);
        less.tell(community, order, new Less("called-off", "", change, order.kept()));
        if (order.order().kind() != OrderKind.IMPORT) {
            goods.release(community, order);
            if (!order.kept().isZero()) {
                refunds.request(community, id.value(), order.kept(), change.cause(), "order-" + id.value());
            }
        }
    }

    /**
     * Keeps some pieces of some lines and gives the rest back, money and goods; lines not named stay. At least one piece
     * of the order must stay. What of their price went back before, while they stayed, does not go back again. The key makes
     * twice once. Refuses with NotRefundable (409) what is collected or not paid.
     */
    public void some(CommunityId community, OrderId id, List<LineKeep> keeps, OrderChange change, String key) {
        var order = rows.lock(community, id).orElseThrow(NotFound::new);
        if (order.status() != OrderStatus.PAID && order.status() != OrderStatus.CONFIRMED) {
            throw new NotRefundable();
        }
        var fewer = lines.keep(community, order, keeps, change);
        if (fewer.isNothing()) {
            return;
        }
        less.tell(community, order, fewer(keeps, change, key, fewer.returned()));
        goods.release(community, order, fewer.goods());
        if (!fewer.returned().isZero() && order.order().kind() != OrderKind.IMPORT) {
            refunds.difference(community, id.value(), fewer.returned(), change.cause(), key);
        }
    }

    /** What a piece of some goods costs from now on, also for who ordered it for more. */
    public record Cheaper(String productName, String spec, Money each) {

        /**
         * What a piece of a line costs then: for whoever paid a member's price as much less than others as before, rounded up;
         * never more than it does now.
         *
         * @param usual what it cost others; null where the buyer paid that
         */
        public static Money each(Money now, @Nullable Money usual, Money each) {
            long fen =
                    usual == null ? each.fen() : Math.ceilDiv(Math.multiplyExact(each.fen(), now.fen()), usual.fen());
            return Money.ofFen(Math.min(now.fen(), fen));
        }
    }

    /**
     * Goods of a paid order cost less from now on: what was paid more goes back. What costs no more already stays as it is, so
     * that twice is once. Whoever lowers the price tells of it. Refuses with NotRefundable (409) what is collected or not paid.
     */
    public void cheaper(CommunityId community, OrderId id, List<Cheaper> prices, OrderChange change, String key) {
        var order = rows.lock(community, id).orElseThrow(NotFound::new);
        if (order.status() != OrderStatus.PAID && order.status() != OrderStatus.CONFIRMED) {
            throw new NotRefundable();
        }
        var back = cheaper.lower(community, id, prices, change);
        if (back.compareTo(order.kept()) > 0) {
            throw new NotRefundable();
        }
        if (!back.isZero() && order.order().kind() != OrderKind.IMPORT) {
            refunds.difference(community, id.value(), back, change.cause(), key);
        }
    }

    /** Where it still is what it was. */
    private boolean end(CommunityId community, LockedOrder order, AdjustmentKind kind, OrderChange change) {
        return jdbc.sql("""
            update orders set status = 'REFUNDED', ended_at = now(), called_off_as = :kind, changed_by = :actor,
                change_cause = :cause
            where community_id = :community and id = :order and status = :from
            """)
                        .param("kind", kind.name())
                        .param(
                                "actor",
                                change.actor() == null ? null : change.actor().value())
                        .param("cause", change.cause())
                        .param("community", community.value())
                        .param("order", order.order().id().value())
                        .param("from", order.status().name())
                        .update()
                == 1;
    }

    /** One product that became less is named with its reason; of several the order is, with what mattered most. */
    private static Less fewer(List<LineKeep> keeps, OrderChange change, String key, Money back) {
        var only = keeps.getFirst();
        return keeps.size() == 1
                ? new Less(
                        "fewer:" + key,
                        OrderLineCard.title(only.productName(), only.spec()),
                        new OrderChange(change.actor(), only.cause()),
                        back)
                : new Less("fewer:" + key, "", change, back);
    }

    /** The orders of a cycle at this pickup point, paid or still to be paid, are collected at another time than was said. */
    public void reschedule(CommunityId community, UUID source, UUID point, PickupTime when) {
        var orders = jdbc.sql("""
            select id from orders where community_id = :community and source_id = :source
                and pickup_point_id = :point and status in ('PLACED', 'PAID', 'CONFIRMED')
            order by placed_at, id
            """)
                .param("community", community.value())
                .param("source", source)
                .param("point", point)
                .query((row, number) -> new OrderId(row.getObject("id", UUID.class)))
                .list();
        rows.schedulePickup(community, orders, when);
    }
}
