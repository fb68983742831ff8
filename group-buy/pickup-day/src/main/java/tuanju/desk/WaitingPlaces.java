package tuanju.desk;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import tuanju.live.LiveTopics;
import tuanju.order.OrderMoved;
import tuanju.order.fulfilment.OrderPoints;

/** At which pickup point bags wait, for those who saw them at one and hand them over a moment later. */
@Component
@RequiredArgsConstructor
@NamedInterface("rooms")
public class WaitingPlaces {

    private final OrderPoints points;
    private final LiveTopics live;

    /** The point that one of these orders goes to, when it is not the one where somebody saw them. */
    public Optional<String> elsewhere(Desk desk, Collection<UUID> orders, @Nullable UUID seenAt) {
        return seenAt == null
                ? Optional.empty()
                : points.elsewhere(desk.community().id(), orders, seenAt);
    }

    /**
     * Refuses with BagAtAnotherPoint (409) what goes elsewhere than where somebody saw it. Asked after the orders were handed
     * over, in the same transaction: they are locked then, and nobody moves them meanwhile.
     */
    public void refuseElsewhere(Desk desk, Collection<UUID> orders, @Nullable UUID seenAt) {
        elsewhere(desk, orders, seenAt).ifPresent(point -> {
            throw new BagAtAnotherPoint(point);
        });
    }

    /** Phones that look at a desk see where a bag has gone. */
    @ApplicationModuleListener
    void on(OrderMoved event) {
        live.changed(Desk.topic(event.order().leader()));
    }
}
