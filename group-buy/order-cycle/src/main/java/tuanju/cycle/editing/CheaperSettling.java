package tuanju.cycle.editing;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.live.LiveTopics;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.order.aftersale.CalledOff;
import tuanju.order.book.OrderBook;

/** Brings one paid order to prices that were lowered since, in a transaction of its own. Twice is once. */
@Component
@RequiredArgsConstructor
class CheaperSettling {

    private static final String CAUSE = "price-lowered";

    private final CheaperGoods cheaper;
    private final OrderBook book;
    private final CalledOff calledOff;
    private final LiveTopics live;

    /** One that waits to be paid is brought to it when its money is here. */
    @Transactional
    public void settle(CommunityId community, UUID cycle, OrderId order) {
        var dues = cheaper.open(community, order);
        if (dues.isEmpty()) {
            return;
        }
        switch (book.sheet(community, order).status()) {
            case PLACED -> {
                return;
            }
            case PAID, CONFIRMED, COLLECTED, COMPLETED ->
                calledOff.cheaper(
                        community,
                        order,
                        dues.stream()
                                .map(it -> new CalledOff.Cheaper(it.name(), it.spec(), it.each()))
                                .toList(),
                        new OrderChange(null, CAUSE),
                        "cheaper-" + Ids.next());
            case CLOSED, REFUNDED -> {}
        }
        cheaper.done(community, order, dues);
        live.changed("cycle:" + cycle);
    }
}
