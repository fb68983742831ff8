package tuanju.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleStatus;
import tuanju.cycle.OrderCycles;
import tuanju.desk.Doubt.Why;
import tuanju.order.OrderId;
import tuanju.order.book.OrderBook;
import tuanju.pickup.Household;
import tuanju.pickup.PickupOrder;
import tuanju.pickup.PickupSheets;

/**
 * Keeps a desk to one pickup day of goods that are here: today, or at the desk of one cycle the first day of that cycle,
 * which begins when its leader says that the goods have arrived. What was collected already is beyond doubt.
 */
@Component
@RequiredArgsConstructor
@NamedInterface("rooms")
public class Doubts {

    private final OrderCycles cycles;
    private final OrderBook book;
    private final Clock clock;

    /** By order; an order that may be handed over without asking is missing. */
    Map<UUID, Doubt> about(Desk desk, Collection<PickupOrder> orders) {
        var waiting = orders.stream().filter(order -> !order.collected()).toList();
        var sources = waiting.stream()
                .map(order -> order.slot().source())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var known = cycles.byIds(desk.community().id(), sources);
        var doubts = new HashMap<UUID, Doubt>();
        waiting.forEach(order -> {
            var source = order.slot().source();
            var cycle = source == null ? null : known.get(source);
            var why = why(desk, order.slot(), cycle);
            if (why != null) {
                doubts.put(
                        order.id(),
                        new Doubt(
                                why,
                                cycle == null ? "" : cycle.title(),
                                order.slot().from()));
            }
        });
        return doubts;
    }

    /** The same bags, those apart whose orders are partly in doubt: nothing waits beside what is asked about. */
    List<Household> apart(Desk desk, List<Household> bags) {
        var doubts = about(desk, LookingAtDesks.orders(bags.stream()));
        return bags.stream()
                .flatMap(bag -> Stream.of(part(bag, doubts.keySet(), false), part(bag, doubts.keySet(), true))
                        .filter(part -> !part.orders().isEmpty()))
                .toList();
    }

    /** Refuses with BagNotForToday (409) what should be asked about first. */
    public void mustBeNone(Desk desk, Collection<UUID> orders) {
        about(desk, read(desk, orders)).values().stream().findFirst().ifPresent(doubt -> {
            throw new BagNotForToday(doubt);
        });
    }

    /** Whether nothing is against it but that its day is over: whoever was at a desk without network was there in time. */
    public boolean isOnlyLate(Desk desk, UUID order) {
        return about(desk, read(desk, List.of(order))).values().stream()
                .allMatch(doubt -> doubt.why() == Why.EARLIER_DAY);
    }

    /** As collected a moment ago or not: what is asked is whether it may be. */
    private List<PickupOrder> read(Desk desk, Collection<UUID> orders) {
        var ids = orders.stream().map(OrderId::new).toList();
        return book.sheetsOf(desk.community().id(), ids).stream()
                .map(PickupSheets::order)
                .map(PickupOrder::waiting)
                .toList();
    }

    private @Nullable Why why(Desk desk, PickupOrder.Slot slot, @Nullable CycleCard cycle) {
        if (cycle != null && (cycle.status().isTaking() || cycle.status() == CycleStatus.DRAFT)) {
            return Why.STILL_OPEN;
        }
        if (cycle != null && cycle.status().isOnItsWay()) {
            return Why.NOT_HERE;
        }
        return wrongDay(desk, slot);
    }

    private @Nullable Why wrongDay(Desk desk, PickupOrder.Slot slot) {
        var zone = desk.community().zone();
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var cycle = desk.cycle();
        if (slot.from() != null && day(slot.from(), zone).isAfter(latest(today, cycle, zone))) {
            return Why.LATER_DAY;
        }
        boolean isOver = slot.until() != null && day(slot.until(), zone).isBefore(today);
        return isOver && cycle == null ? Why.EARLIER_DAY : null;
    }

    private static LocalDate latest(LocalDate today, @Nullable CycleCard cycle, ZoneId zone) {
        var first = cycle == null ? today : day(cycle.pickupFrom(), zone);
        return first.isAfter(today) ? first : today;
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }

    private static Household part(Household bag, Collection<UUID> doubted, boolean isDoubted) {
        return new Household(
                bag.at(),
                bag.orders().stream()
                        .filter(order -> doubted.contains(order.id()) == isDoubted)
                        .toList());
    }
}
