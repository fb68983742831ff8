package tuanju.desk;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tuanju.cycle.CycleCard;
import tuanju.cycle.OpenEnds;
import tuanju.money.Money;
import tuanju.pickup.PickupOrder;
import tuanju.pickup.PickupSheets;

/** Bags of a cycle that wait, and that nobody has decided about. */
@Component
@Order(10)
@RequiredArgsConstructor
class BagsLeft implements OpenEnds {

    private final PickupSheets sheets;
    private final DecidedBags decided;

    @Override
    public List<OpenEnd> of(CycleCard cycle) {
        var households = sheets.ofCycle(cycle.community(), cycle.id()).households();
        var waiting = LookingAtDesks.orders(households.stream()).stream()
                .filter(order -> !order.collected())
                .map(PickupOrder::id)
                .toList();
        var over = decided.among(cycle.community(), waiting).keySet();
        long bags = households.stream()
                .filter(bag ->
                        bag.orders().stream().anyMatch(order -> !order.collected() && !over.contains(order.id())))
                .count();
        return bags == 0 ? List.of() : List.of(new OpenEnd("bags", "desk.open-end", bags, Money.ZERO));
    }
}
