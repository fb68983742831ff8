package tuanju.cycle.ordering;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.cycle.Allocation;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleProducts;
import tuanju.cycle.CycleShare;
import tuanju.cycle.CycleShares;

/** How many pieces of each product a cycle buys: neither what is not paid for, nor a tolerance that fills no case. */
@Component
@RequiredArgsConstructor
public class BoughtPieces {

    private final CycleProducts products;
    private final CycleShares shares;

    /** By product; while orders are taken as it would be decided now, afterwards as it was. */
    @Transactional(readOnly = true)
    public Map<UUID, Long> of(CycleCard cycle) {
        return switch (cycle.status()) {
            case LAPSED -> Map.of();
            case DRAFT, OPEN, BOXFILL -> expected(cycle);
            case CLOSED, ORDERED, ARRIVED, HANDING_OVER, DONE -> shares.given(cycle);
        };
    }

    private Map<UUID, Long> expected(CycleCard cycle) {
        var paid = shares.of(cycle.community(), cycle.id()).stream()
                .filter(CycleShare::paid)
                .toList();
        return Allocation.of(products.of(cycle), paid).given().stream()
                .collect(Collectors.groupingBy(
                        it -> it.share().product(), Collectors.summingLong(Allocation.Given::pieces)));
    }
}
