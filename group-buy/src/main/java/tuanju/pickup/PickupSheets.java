package tuanju.pickup;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.order.OrderBook;
import tuanju.order.OrderLineCard;
import tuanju.order.OrderSheet;
import tuanju.order.OrderSums;
import tuanju.order.OrderTotals;

/** Reads the sheet of a desk from the orders, masks people and proves lists. */
@Component
@RequiredArgsConstructor
class PickupSheets {

    private final OrderBook orders;
    private final OrderSums sums;

    /** What is to be handed over at this desk, and what was. */
    @Transactional(readOnly = true)
    public PickupSheet at(Desk desk) {
        return PickupSheet.of(read(desk).stream().map(PickupSheets::order).toList());
    }

    /**
     * A cycle's list in one arrangement, held against the orders' own sums in the same snapshot of the database. Refuses
     * with ListDoesNotReconcile (409).
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ProvenList proven(Desk desk, Arrangement arrangement) {
        var sheet = at(desk);
        var totals = totals(desk, sheet);
        return new ProvenList(desk, sheet, totals.proven(sheet.arranged(arrangement)));
    }

    /** A list that adds up to the orders. */
    record ProvenList(Desk desk, PickupSheet sheet, SortedList list) {
        /** What of it goes into one building, by its label; the sums proven before stay those of the whole. */
        SortedList only(String building) {
            return sheet.only(building).arranged(list.arrangement());
        }
    }

    private List<OrderSheet> read(Desk desk) {
        var community = desk.community().id();
        var cycle = desk.cycle();
        return cycle == null ? orders.sheetsAtDeskOf(community, desk.leader()) : orders.sheetsOf(community, cycle.id());
    }

    private BuildingTotals totals(Desk desk, PickupSheet sheet) {
        var cycle = Objects.requireNonNull(desk.cycle(), "Lists are made for cycles");
        var counted = sums.ofSource(desk.community().id(), cycle.id());
        return new BuildingTotals(counted.stream()
                .collect(Collectors.toMap(
                        of -> sheet.building(of.lane(), of.building()), of -> sum(of.totals()), CheckSum::plus)));
    }

    private static CheckSum sum(OrderTotals totals) {
        return new CheckSum(totals.lines(), totals.pieces(), totals.amount());
    }

    static PickupOrder order(OrderSheet order) {
        var address = order.address();
        return new PickupOrder(
                order.id().value(),
                order.code().value(),
                order.pickupCode(),
                address.lane(),
                address.building(),
                address.room(),
                Masked.name(order.recipient()),
                order.maskedPhone(),
                Masked.note(order.note()),
                order.collectedAt(),
                order.lines().stream().map(PickupSheets::line).toList());
    }

    private static PickupLine line(OrderLineCard line) {
        return new PickupLine(line.productName(), line.spec(), line.quantity(), line.amount());
    }
}
