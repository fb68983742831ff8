package tuanju.cycle.closing;

import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tuanju.cycle.CycleCard;
import tuanju.cycle.OpenEnds;
import tuanju.order.aftersale.OwedByHand;
import tuanju.order.dues.OrderStandings;

/** Orders of which something is not paid, and guests who are owed something by hand. */
@Component
@Order(30)
@RequiredArgsConstructor
class OpenMoney implements OpenEnds {

    private final OrderStandings standings;
    private final OwedByHand owed;

    @Override
    public List<OpenEnd> of(CycleCard cycle) {
        var open = new ArrayList<OpenEnd>();
        var standing = standings
                .of(cycle.community(), List.of(cycle.id()))
                .getOrDefault(cycle.id(), OrderStandings.Standing.NOTHING);
        if (standing.unpaid() > 0) {
            open.add(new OpenEnd(
                    "unpaid",
                    "cycle.open.unpaid",
                    standing.unpaid(),
                    standing.dues().open()));
        }
        var byHand = owed.ofCycle(cycle.community(), cycle.id());
        if (!byHand.isNothing()) {
            open.add(new OpenEnd("paybacks", "cycle.open.paybacks", byHand.orders(), byHand.inAll()));
        }
        return open;
    }
}
