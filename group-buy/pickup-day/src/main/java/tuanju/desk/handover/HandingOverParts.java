package tuanju.desk.handover;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.desk.Desk;
import tuanju.desk.HandoverParts;
import tuanju.desk.WaitingPlaces;
import tuanju.live.LiveTopics;
import tuanju.order.OrderId;
import tuanju.order.fulfilment.AlreadyCollected;
import tuanju.order.fulfilment.HandedPieces;
import tuanju.order.fulfilment.PartialHandover;

/** Hands some pieces of an order over while the rest still waits, and takes that back. */
@Component
@RequiredArgsConstructor
public class HandingOverParts {

    private final PartialHandover orders;
    private final HandoverParts parts;
    private final HandingOver handingOver;
    private final UnpaidBags unpaid;
    private final WaitingPlaces places;
    private final LiveTopics live;

    /**
     * Hands these pieces over; with the last of them the order is. Answers whether it is. Refuses with AlreadyHandedOver,
     * BagDecided or NotThatManyLeft (409), and what may not be handed over with the order's own refusal.
     */
    @Transactional
    public boolean give(Desk desk, UUID order, List<HandedPieces> pieces) {
        return give(desk, order, pieces, Giving.PLAIN);
    }

    /** The same in a certain way. Refuses with BagNotForToday, BagNotPaid or BagAtAnotherPoint (409) as a whole bag. */
    @Transactional
    public boolean give(Desk desk, UUID order, List<HandedPieces> pieces, Giving giving) {
        var community = desk.community().id();
        try {
            boolean whole = orders.give(community, new OrderId(order), pieces) == 0;
            handingOver.mustBeReady(desk, List.of(order), giving);
            if (whole) {
                // so that one undo takes back what completed the bag
                pieces.forEach(it -> orders.takeBack(community, new OrderId(order), it));
                handingOver.handOver(desk, List.of(order), giving);
            } else {
                places.refuseElsewhere(desk, List.of(order), giving.seenAt());
                pieces.forEach(it -> parts.note(community, order, it, desk.attendant()));
                unpaid.settle(desk, List.of(order), giving.due(), UnpaidBags.Kept.HANDOVER_PART);
                live.changed(desk.topic());
            }
            return whole;
        } catch (AlreadyCollected collected) {
            throw handingOver.alreadyHandedOver(desk, order);
        }
    }

    /** Takes one part back while the order waits for its rest. Refuses with NotHandedOver or AlreadyHandedOver (409). */
    @Transactional
    public void undo(Desk desk, UUID order, UUID part) {
        var community = desk.community().id();
        var note = parts.undo(community, order, part, desk.attendant()).orElseThrow(NotHandedOver::new);
        try {
            orders.takeBack(community, new OrderId(order), note.pieces());
        } catch (AlreadyCollected collected) {
            throw handingOver.alreadyHandedOver(desk, order);
        }
        live.changed(desk.topic());
    }
}
