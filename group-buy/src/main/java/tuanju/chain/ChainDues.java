package tuanju.chain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.chain.reading.Guest;
import tuanju.chain.transfer.Matching.Open;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleStatus;
import tuanju.cycle.OrderCycles;
import tuanju.order.OrderId;
import tuanju.order.TakenByHand;

/** What guests of chains still owe their leader. */
@Component
@RequiredArgsConstructor
class ChainDues {

    private static final int MOST_CYCLES = 10;

    private final ChainOrders chainOrders;
    private final TakenByHand taken;
    private final OrderCycles cycles;

    /** The orders of a cycle of which something is not paid yet, with what that is. */
    List<Open> open(CycleCard cycle) {
        return chainOrders.of(cycle).stream()
                .filter(row -> row.order() != null && !row.dues().isPaid())
                .map(row -> new Open(
                        row.id(),
                        row.guest().name(),
                        row.guest().door(),
                        row.dues().open()))
                .toList();
    }

    /** The same of the leader's other cycles in this community that are not over. */
    List<Open> elsewhere(CycleCard cycle) {
        return cycles.of(cycle.leader()).stream()
                .filter(other -> other.community().equals(cycle.community())
                        && !other.id().equals(cycle.id()))
                .filter(other -> other.status() != CycleStatus.DONE && other.status() != CycleStatus.LAPSED)
                .limit(MOST_CYCLES)
                .flatMap(other -> open(other).stream())
                .toList();
    }

    /** Everybody on the cycle's lists, whether they owe anything or not. */
    Map<UUID, Guest> guests(CycleCard cycle) {
        return chainOrders.of(cycle).stream().collect(Collectors.toMap(ChainOrders.Row::id, ChainOrders.Row::guest));
    }

    /** The guest paid all that is open. */
    void pay(CycleCard cycle, UUID guest) {
        order(cycle, guest)
                .ifPresent(order -> taken.all(cycle.community(), order, cycle.leader(), TakenByHand.Cause.LIST));
    }

    /** They did not after all. Refuses with PaidBackAlready while something of it is noted as paid back by hand. */
    void unpay(CycleCard cycle, UUID guest) {
        order(cycle, guest).ifPresent(order -> taken.undo(cycle.community(), order, cycle.leader()));
    }

    private Optional<OrderId> order(CycleCard cycle, UUID guest) {
        return chainOrders.of(cycle).stream()
                .filter(row -> row.id().equals(guest))
                .flatMap(row -> Optional.ofNullable(row.order()).stream())
                .map(OrderId::new)
                .findFirst();
    }
}
