package tuanju.pickup;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.address.Building;
import tuanju.cycle.CycleCard;
import tuanju.order.book.OrderBook;

/** How many bags of each building of a cycle are handed over; buildings as the lists name and sort them. */
@Component
@RequiredArgsConstructor
public class PickupProgress {

    private final OrderBook orders;

    /**
     * The bags of one building.
     *
     * @param building 86; empty where nobody could read it
     * @param done bags handed over whole
     */
    public record OfBuilding(String building, int done, int bags) {

        public boolean isComplete() {
            return done == bags;
        }
    }

    /** In walking order; empty while nothing is to be handed over. */
    @Transactional(readOnly = true)
    public List<OfBuilding> of(CycleCard cycle) {
        var sheets = orders.sheetsOf(cycle.community(), cycle.id());
        return PickupSheet.of(sheets.stream().map(PickupSheets::order).toList()).byBuilding().entrySet().stream()
                .map(PickupProgress::count)
                .toList();
    }

    private static OfBuilding count(Map.Entry<Building, ? extends Collection<Household>> held) {
        var bags = held.getValue();
        int done = (int) bags.stream().filter(Household::collected).count();
        return new OfBuilding(held.getKey().label(), done, bags.size());
    }
}
