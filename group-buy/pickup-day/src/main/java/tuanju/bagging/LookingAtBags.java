package tuanju.bagging;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.bagging.Bagging.Place;
import tuanju.cycle.CyclePoints;
import tuanju.cycle.OrderCycles;
import tuanju.order.book.OrderBook;
import tuanju.pickup.PickupSheets;

/** Shows a leader an order with its bag. */
@Component
@RequiredArgsConstructor
class LookingAtBags {

    private final OrderCycles cycles;
    private final CyclePoints points;
    private final OrderBook book;
    private final PickupSheets sheets;

    /** Refuses with NotFound what this leader does not lead, and orders of another cycle. */
    @Transactional(readOnly = true)
    public BagView look(Place place) {
        var cycle = cycles.ledBy(place.leader(), place.cycle());
        var community = cycle.community();
        var order = book.idsIn(community, cycle.id(), List.of(place.order())).getFirst();
        return BagView.of(
                book.sheet(community, order),
                points.of(cycle),
                sheets.expectedOfCycle(community, cycle.id()),
                new BagView.Past(book.pointChanges(community, order), book.doorChanges(community, order)));
    }
}
