package tuanju.board;

import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tuanju.live.LiveTopics;
import tuanju.member.MemberId;
import tuanju.order.OrderCollected;
import tuanju.order.OrderConfirmed;
import tuanju.order.OrderHandedBack;
import tuanju.order.OrderPaid;
import tuanju.order.OrderRefunded;

/** Tells open boards to look again when something happened to an order at their leader's points. */
@Component
@RequiredArgsConstructor
class BoardNews {

    private final LiveTopics topics;

    /** What the boards of one leader listen to. */
    static String topic(MemberId leader) {
        return "board:" + leader.value();
    }

    @EventListener
    void paid(OrderPaid event) {
        topics.changed(topic(event.order().leader()));
    }

    @EventListener
    void confirmed(OrderConfirmed event) {
        topics.changed(topic(event.order().leader()));
    }

    @EventListener
    void collected(OrderCollected event) {
        topics.changed(topic(event.order().leader()));
    }

    @EventListener
    void handedBack(OrderHandedBack event) {
        topics.changed(topic(event.order().leader()));
    }

    @EventListener
    void refunded(OrderRefunded event) {
        topics.changed(topic(event.order().leader()));
    }
}
