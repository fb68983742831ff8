package tuanju.household;

import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tuanju.cycle.CycleCard;
import tuanju.live.LiveTopics;
import tuanju.order.OrderCollected;
import tuanju.order.OrderConfirmed;
import tuanju.order.OrderFacts;
import tuanju.order.OrderHandedBack;
import tuanju.order.OrderPaid;
import tuanju.order.OrderRefunded;

/** Tells open tables to look again when something happened to an order of their leader, at the desk or anywhere. */
@Component
@RequiredArgsConstructor
class HouseholdNews {

    private final LiveTopics topics;

    @EventListener
    void paid(OrderPaid event) {
        changed(event.order());
    }

    @EventListener
    void confirmed(OrderConfirmed event) {
        changed(event.order());
    }

    @EventListener
    void collected(OrderCollected event) {
        changed(event.order());
    }

    @EventListener
    void handedBack(OrderHandedBack event) {
        changed(event.order());
    }

    @EventListener
    void refunded(OrderRefunded event) {
        changed(event.order());
    }

    private void changed(OrderFacts order) {
        topics.changed(CycleCard.householdsTopic(order.leader()));
    }
}
