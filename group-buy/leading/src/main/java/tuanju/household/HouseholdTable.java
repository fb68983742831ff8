package tuanju.household;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.address.Doors;
import tuanju.cycle.CycleCard;
import tuanju.cycle.OrderCycles;
import tuanju.desk.Desk;
import tuanju.order.OrderStatus;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderSheet;
import tuanju.order.book.OrderStep.Mark;
import tuanju.pickup.Household;
import tuanju.pickup.PickupSheets;

/** Reads all households of a cycle at once, in as many statements as there are tables, however many they are. */
@Component
@RequiredArgsConstructor
class HouseholdTable {

    private final OrderBook book;
    private final Beside beside;
    private final OrderCycles cycles;

    /** What is known of the orders beside what stands in them. */
    private record Around(Beside.Known known, Map<UUID, Mark> marks, Set<UUID> notHere) {}

    /** In walking order. */
    @Transactional(readOnly = true)
    public List<HouseholdRow> of(CycleCard cycle) {
        var orders = book.standingOf(cycle.community(), cycle.id());
        if (orders.isEmpty()) {
            return List.of();
        }
        var ids = orders.stream().map(it -> it.id().value()).toList();
        var around = new Around(
                beside.of(cycle, ids),
                book.marks(cycle.community(), ids),
                cycle.status().isCollectable() ? Set.of() : Set.of(cycle.id()));
        return rows(orders, around);
    }

    /** What waits at a desk's points, and what was handed over there less than a day ago; nobody's whole name. */
    @Transactional(readOnly = true)
    public List<HouseholdRow> atDesk(Desk desk) {
        var community = desk.community().id();
        var orders = book.sheetsAtDeskOf(community, desk.owner());
        var ids = orders.stream().map(it -> it.id().value()).toList();
        var notHere = cycles.of(desk.owner()).stream()
                .filter(it -> it.status().isTaking() || it.status().isOnItsWay())
                .map(CycleCard::id)
                .collect(Collectors.toSet());
        return rows(orders, new Around(Beside.Known.NOTHING, book.marks(community, ids), notHere)).stream()
                .map(HouseholdRow::masked)
                .toList();
    }

    private static List<HouseholdRow> rows(List<OrderSheet> orders, Around around) {
        var byCode = orders.stream().collect(Collectors.toMap(it -> it.code().value(), Function.identity()));
        var sheet = PickupSheets.sheet(orders);
        return sheet.households().stream()
                .map(bag -> row(
                        bag,
                        bag.orderCodes().stream()
                                .map(code -> Objects.requireNonNull(byCode.get(code)))
                                .toList(),
                        sheet.doors(),
                        around))
                .toList();
    }

    private static HouseholdRow row(Household bag, List<OrderSheet> orders, Doors doors, Around around) {
        var state = state(orders, around.notHere());
        return new HouseholdRow(
                bag,
                orders,
                state,
                chips(new Seen(bag, orders, state), doors, around),
                last(orders, around.marks()),
                ByHand.of(orders, around.known().byHand()),
                false);
    }

    private record Seen(Household bag, List<OrderSheet> orders, HouseholdState state) {

        boolean isUnderWay() {
            return state != HouseholdState.FETCHED && state != HouseholdState.OVER;
        }

        boolean isAmong(Set<UUID> marked) {
            return orders.stream().anyMatch(it -> marked.contains(it.id().value()));
        }
    }

    private static Set<Chip> chips(Seen seen, Doors doors, Around around) {
        var chips = EnumSet.of(Chip.ALL);
        put(chips, Chip.UNPAID, !seen.bag().dues().isPaid());
        put(chips, Chip.LOOK, seen.isAmong(around.known().toLookAt()));
        put(
                chips,
                Chip.NO_DOOR,
                seen.isUnderWay() && !doors.isOneHousehold(seen.bag().at()));
        put(chips, Chip.NOT_FETCHED, seen.state() == HouseholdState.COMING || seen.state() == HouseholdState.WAITING);
        put(chips, Chip.TO_PAY_BACK, !seen.bag().dues().tooMuch().isZero());
        put(chips, Chip.TO_THE_DOOR, seen.isAmong(around.known().carried()));
        return chips;
    }

    private static void put(Set<Chip> chips, Chip chip, boolean isMeant) {
        if (isMeant) {
            chips.add(chip);
        }
    }

    /** As far as the least of its orders. */
    private static HouseholdState state(List<OrderSheet> orders, Set<UUID> notHere) {
        if (has(orders, OrderStatus.CONFIRMED)) {
            boolean waits = orders.stream()
                    .filter(it -> it.status() == OrderStatus.CONFIRMED)
                    .anyMatch(it -> it.source() == null || !notHere.contains(it.source()));
            return waits ? HouseholdState.WAITING : HouseholdState.COMING;
        }
        if (has(orders, OrderStatus.PAID)) {
            return HouseholdState.COMING;
        }
        if (has(orders, OrderStatus.PLACED)) {
            return HouseholdState.WAITS_FOR_MONEY;
        }
        return orders.stream().anyMatch(it -> it.collectedAt() != null && HouseholdRow.isAlive(it.status()))
                ? HouseholdState.FETCHED
                : HouseholdState.OVER;
    }

    private static boolean has(List<OrderSheet> orders, OrderStatus status) {
        return orders.stream().anyMatch(it -> it.status() == status);
    }

    private static @Nullable Mark last(List<OrderSheet> orders, Map<UUID, Mark> marks) {
        return orders.stream()
                .map(it -> marks.get(it.id().value()))
                .filter(Objects::nonNull)
                .max(Comparator.comparing(Mark::at))
                .orElse(null);
    }
}
