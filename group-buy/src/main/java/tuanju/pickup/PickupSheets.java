package tuanju.pickup;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.order.OrderBook;
import tuanju.order.OrderLineCard;
import tuanju.order.OrderSheet;
import tuanju.order.OrderSums;
import tuanju.order.OrderTotals;

/** Reads what is to be handed over from the orders, masks people and proves lists. */
@Component
@RequiredArgsConstructor
public class PickupSheets {

    private final OrderBook orders;
    private final OrderSums sums;

    /** What is to be handed over for this cycle, and what was. */
    @Transactional(readOnly = true)
    public PickupSheet ofCycle(CommunityId community, UUID cycle) {
        return sheet(orders.sheetsOf(community, cycle));
    }

    /** What waits at this leader's points today, of whatever cycle or team, and what was handed over there. */
    @Transactional(readOnly = true)
    public PickupSheet atPointsOf(CommunityId community, MemberId leader) {
        return sheet(orders.sheetsAtDeskOf(community, leader));
    }

    private static PickupSheet sheet(List<OrderSheet> orders) {
        return PickupSheet.of(orders.stream().map(PickupSheets::order).toList());
    }

    /**
     * A cycle's list in one arrangement, held against the orders' own sums in the same snapshot of the database. Refuses
     * with ListDoesNotReconcile (409).
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ProvenList proven(LedCycle of, Arrangement arrangement) {
        var sheet = ofCycle(of.community().id(), of.cycle().id());
        var totals = totals(of, sheet);
        return new ProvenList(of, sheet, totals.proven(sheet.arranged(arrangement)));
    }

    /** A list that adds up to the orders. */
    record ProvenList(LedCycle of, PickupSheet sheet, SortedList list) {
        /** What of it goes into one building, by its label; the sums proven before stay those of the whole. */
        SortedList only(String building) {
            return sheet.only(building).arranged(list.arrangement());
        }
    }

    private BuildingTotals totals(LedCycle of, PickupSheet sheet) {
        var counted = sums.ofSource(of.community().id(), of.cycle().id());
        return new BuildingTotals(counted.stream()
                .collect(Collectors.toMap(
                        sums -> sheet.building(sums.lane(), sums.building()),
                        sums -> sum(sums.totals()),
                        CheckSum::plus)));
    }

    private static CheckSum sum(OrderTotals totals) {
        return new CheckSum(totals.lines(), totals.pieces(), totals.amount());
    }

    /** An order as it is shown at a gate, masked. */
    public static PickupOrder order(OrderSheet order) {
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
