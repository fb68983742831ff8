package tuanju.order.paying;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.order.LockedOrder;
import tuanju.order.OrderChange;
import tuanju.order.OrderClosed;
import tuanju.order.OrderId;
import tuanju.order.OrderNews;
import tuanju.order.OrderStatus;
import tuanju.order.life.OrderRows;
import tuanju.order.life.ReservedGoods;
import tuanju.payment.Credit;

/** Closes orders that will not be paid: what they held is free again, exactly once. */
@Component
@RequiredArgsConstructor
class OrderClosing {

    static final String UNPAID_IN_TIME = "unpaid-in-time";
    static final String CANCELLED = "cancelled-by-buyer";
    static final String NO_PLACE_LEFT = "no-place-left";

    private final OrderRows rows;
    private final OrderNews news;
    private final ReservedGoods goods;
    private final OrderTakers takers;
    private final Credit credit;

    /** Closes an order that is still waiting for its money; answers false when it is not. */
    @Transactional
    public boolean close(CommunityId community, OrderId id, OrderChange change) {
        var order = rows.lock(community, id);
        if (order.isEmpty() || order.get().status() != OrderStatus.PLACED) {
            return false;
        }
        close(order.get(), change);
        return true;
    }

    /** The same for an order that this transaction has locked while it waits for its money. */
    void close(LockedOrder locked, OrderChange change) {
        var order = locked.order();
        rows.move(order.community(), order.id(), OrderStatus.PLACED, OrderStatus.CLOSED, change);
        news.announce(order.community(), List.of(order.id()), OrderClosed::new);
        goods.release(order.community(), locked);
        takers.of(order.kind()).release(order);
        credit.release(order.community(), order.id().value());
    }
}
