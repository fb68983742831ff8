package tuanju.pickup;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.address.Door;
import tuanju.address.Doors;
import tuanju.community.CommunityId;
import tuanju.cycle.CycleCard;
import tuanju.cycle.OrderCycles;
import tuanju.member.MemberId;
import tuanju.order.OrderLineCard;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderDoor;
import tuanju.order.book.OrderSheet;
import tuanju.order.book.OrderSums;
import tuanju.order.book.OrderTotals;
import tuanju.order.fulfilment.OrderPoints;

/** Reads what is to be handed over from the orders, masks people and proves lists. */
@Component
@RequiredArgsConstructor
public class PickupSheets {

    private final OrderBook orders;
    private final OrderSums sums;
    private final OrderPoints points;
    private final OrderCycles cycles;

    /** What is to be handed over for this cycle, and what was. */
    @Transactional(readOnly = true)
    public PickupSheet ofCycle(CommunityId community, UUID cycle) {
        return sheet(orders.sheetsOf(community, cycle));
    }

    /** One bag of this cycle, by the code of an order in it: of the others only the doors are read. */
    @Transactional(readOnly = true)
    public Optional<Household> householdOf(CommunityId community, UUID cycle, String orderCode) {
        return household(community, orders.doorsOf(community, cycle), orderCode);
    }

    /** One bag of those {@link #atPointsOf} this leader. */
    @Transactional(readOnly = true)
    public Optional<Household> householdAtPointsOf(CommunityId community, MemberId leader, String orderCode) {
        return household(community, orders.doorsAtDeskOf(community, leader), orderCode);
    }

    private Optional<Household> household(CommunityId community, List<OrderDoor> all, String orderCode) {
        var doors = Doors.of(all.stream().map(OrderDoor::door).toList());
        return all.stream()
                .filter(it -> it.code().value().equals(orderCode))
                .findFirst()
                .map(it -> key(it, doors))
                .map(bag -> inFull(community, bag.door(), within(bag, all, doors)));
    }

    private static List<OrderDoor> within(BagKey bag, List<OrderDoor> all, Doors doors) {
        return all.stream()
                .filter(it -> it.door().room().equals(bag.door().room()))
                .filter(it -> key(it, doors).equals(bag))
                .toList();
    }

    private static BagKey key(OrderDoor order, Doors doors) {
        var person = person(order.buyer(), order.maskedPhone(), order.recipient());
        return BagKey.of(order.pickupPoint(), order.door(), person, doors);
    }

    private Household inFull(CommunityId community, Door at, List<OrderDoor> bag) {
        var ids = bag.stream().map(OrderDoor::id).toList();
        var whole = orders.sheetsOf(community, ids).stream()
                .map(PickupSheets::order)
                .sorted(Comparator.comparing(PickupOrder::code))
                .toList();
        return new Household(at, whole);
    }

    /** The same before the cut-off has decided: everything whose money is here. */
    @Transactional(readOnly = true)
    public PickupSheet expectedOfCycle(CommunityId community, UUID cycle) {
        return sheet(orders.expectedOf(community, cycle));
    }

    /** What waits at this leader's points today, of whatever cycle or team, and what was handed over there. */
    @Transactional(readOnly = true)
    public PickupSheet atPointsOf(CommunityId community, MemberId leader) {
        return sheet(orders.sheetsAtDeskOf(community, leader));
    }

    /** These orders as households in walking order. */
    public static PickupSheet sheet(List<OrderSheet> orders) {
        return PickupSheet.of(orders.stream().map(PickupSheets::order).toList());
    }

    /**
     * A cycle's lists, held against the orders' own sums in the same snapshot of the database. Refuses with
     * ListDoesNotReconcile (409).
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public CycleLists proven(LedCycle of) {
        return read(of).proven();
    }

    /** The same, not held against anything: for a word beside the lists, never for paper. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public CycleLists lists(LedCycle of) {
        return read(of);
    }

    private CycleLists read(LedCycle of) {
        var community = of.community().id();
        var found = orders.sheetsOf(community, of.cycle().id());
        var sheet = sheet(found);
        var drops = Drop.of(found, points.ofSource(community, of.cycle().id()), caseSizes(of.cycle()));
        return new CycleLists(of, sheet, drops, totals(of, sheet));
    }

    /** A product is known by its name and spec, which is what lines keep of it. */
    private ToIntFunction<PickupLine> caseSizes(CycleCard cycle) {
        Map<String, Integer> sizes = new HashMap<>();
        cycles.products(cycle)
                .forEach(product -> sizes.put(
                        product.name() + "\n" + product.spec(), product.terms().caseSize()));
        return line -> sizes.getOrDefault(line.product() + "\n" + line.spec(), 1);
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
        return new PickupOrder(
                order.id().value(),
                order.code().value(),
                order.pickupCode(),
                order.address().door(),
                Masked.name(order.recipient()),
                order.maskedPhone(),
                person(order.buyer(), order.maskedPhone(), order.recipient()),
                Masked.note(order.note()),
                order.collectedAt(),
                new PickupOrder.Point(order.pickupPoint(), order.pickupPointName()),
                new PickupOrder.Slot(order.source(), order.pickupFrom(), order.pickupUntil()),
                order.dues(),
                order.lines().stream().map(PickupSheets::line).toList());
    }

    /** A member is known by who they are and the name they gave; a guest by name and phone. */
    private static UUID person(@Nullable MemberId buyer, String maskedPhone, String recipient) {
        var who = buyer == null ? maskedPhone : buyer.value().toString();
        return UUID.nameUUIDFromBytes((who + "\n" + recipient).getBytes(StandardCharsets.UTF_8));
    }

    private static PickupLine line(OrderLineCard line) {
        return new PickupLine(line.productName(), line.spec(), line.quantity(), line.net(), line.grams());
    }
}
