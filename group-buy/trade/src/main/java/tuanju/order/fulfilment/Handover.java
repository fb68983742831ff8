package tuanju.order.fulfilment;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.order.OrderChange;
import tuanju.order.OrderCollected;
import tuanju.order.OrderHandedBack;
import tuanju.order.OrderId;
import tuanju.order.OrderNews;
import tuanju.order.OrderStatus;
import tuanju.order.life.OrderRows;
import tuanju.order.life.ReservedGoods;

/** One order is handed over once (核销), by one conditional update; whoever may do it is the desk's business. */
@Component
@RequiredArgsConstructor
@Transactional
public class Handover {

    private final OrderRows rows;
    private final OrderNews news;
    private final ReservedGoods goods;

    /** Hands one order over, once. Refuses with AlreadyCollected or NotCollectable (409), NotFound. */
    public void collect(CommunityId community, OrderId id, MemberId by) {
        var order = rows.lock(community, id).orElseThrow(NotFound::new);
        switch (order.status()) {
            case CONFIRMED -> {
                rows.move(
                        community, id, OrderStatus.CONFIRMED, OrderStatus.COLLECTED, new OrderChange(by, "collected"));
                news.announce(community, List.of(id), OrderCollected::new);
                goods.handOver(community, order);
            }
            case COLLECTED, COMPLETED -> throw new AlreadyCollected();
            case PLACED, PAID, CLOSED, REFUNDED -> throw new NotCollectable();
        }
    }

    /**
     * Holds an order that waits until the caller's transaction ends, so that nobody hands it over meanwhile. Refuses with
     * AlreadyCollected or NotCollectable (409), NotFound.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(CommunityId community, OrderId id) {
        switch (rows.lock(community, id).orElseThrow(NotFound::new).status()) {
            case CONFIRMED -> {}
            case COLLECTED, COMPLETED -> throw new AlreadyCollected();
            case PLACED, PAID, CLOSED, REFUNDED -> throw new NotCollectable();
        }
    }

    /** Takes a hand-over back. Refuses with NotCollected (409), NotFound. */
    public void undoCollect(CommunityId community, OrderId id, MemberId by) {
        var order = rows.lock(community, id).orElseThrow(NotFound::new);
        var change = new OrderChange(by, "collection-undone");
        if (!rows.move(community, id, OrderStatus.COLLECTED, OrderStatus.CONFIRMED, change)) {
            throw new NotCollected();
        }
        news.announce(community, List.of(id), OrderHandedBack::new);
        goods.handBack(community, order);
    }

    /**
     * Orders of the demo that count as completed at once, as if a week had passed since they were handed over. It exists beside the
     * demo only, and never in production.
     */
    @Component
    @Profile("!production")
    @ConditionalOnProperty("tuanju.demo")
    @RequiredArgsConstructor
    public static class InventedPast {

        private final JdbcClient jdbc;

        /** Those of these that were handed over. */
        @Transactional
        public void complete(CommunityId community, Collection<OrderId> orders) {
            jdbc.sql("""
                update orders set status = 'COMPLETED', changed_by = null, change_cause = 'completed'
                where community_id = :community and id = any(:orders) and status = 'COLLECTED'
                """)
                    .param("community", community.value())
                    .param("orders", orders.stream().map(OrderId::value).toArray(UUID[]::new))
                    .update();
        }
    }
}
