package tuanju.chain.settling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.chain.ChainOrders;
import tuanju.chain.TransferUses.NewUse;
import tuanju.chain.reading.Guest;
import tuanju.chain.transfer.Matching.Open;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleStatus;
import tuanju.cycle.OrderCycles;
import tuanju.money.Money;
import tuanju.order.OrderId;
import tuanju.order.dues.TakenTogether;
import tuanju.order.dues.TakenTogether.Noted;

/** What guests of chains still owe their leader. */
@Component
@RequiredArgsConstructor
class ChainDues {

    private static final int MOST_CYCLES = 10;

    private final ChainOrders chainOrders;
    private final TakenTogether taken;
    private final OrderCycles cycles;

    /** A transfer and the guest whose order it pays. */
    record Payment(UUID transfer, UUID guest, Money amount) {}

    /** The orders of a cycle of which something is not paid yet, with what that is. */
    List<Open> open(CycleCard cycle) {
        return open(chainOrders.of(cycle));
    }

    private static List<Open> open(List<ChainOrders.Row> guests) {
        return guests.stream()
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
        var others = cycles.of(cycle.leader()).stream()
                .filter(other -> other.community().equals(cycle.community())
                        && !other.id().equals(cycle.id()))
                .filter(other -> other.status() != CycleStatus.DONE && other.status() != CycleStatus.LAPSED)
                .limit(MOST_CYCLES)
                .map(CycleCard::id)
                .toList();
        return open(chainOrders.of(cycle.community(), others));
    }

    /** Everybody on the cycle's lists, whether they owe anything or not. */
    Map<UUID, Guest> guests(CycleCard cycle) {
        return chainOrders.of(cycle).stream().collect(Collectors.toMap(ChainOrders.Row::id, ChainOrders.Row::guest));
    }

    /**
     * These transfers pay these guests' orders: what is noted of each for it. A guest who owes another amount by now is
     * left out.
     */
    List<NewUse> pay(CycleCard cycle, List<Payment> payments) {
        var orders = new HashMap<UUID, OrderId>();
        for (var row : chainOrders.of(cycle)) {
            if (row.order() != null) {
                orders.put(row.id(), new OrderId(row.order()));
            }
        }
        var amounts = new HashMap<OrderId, Money>();
        payments.stream()
                .filter(it -> orders.containsKey(it.guest()))
                .forEach(it -> amounts.put(orders.get(it.guest()), it.amount()));
        var noted = taken.exactly(cycle.community(), amounts, cycle.leader()).stream()
                .collect(Collectors.toMap(Noted::order, Function.identity()));
        return payments.stream()
                .flatMap(it -> Optional.ofNullable(orders.get(it.guest())).map(noted::get).stream()
                        .map(said -> new NewUse(it.transfer(), it.guest(), said)))
                .toList();
    }

    /** What these notes said was not paid after all. Refuses with PaidBackAlready while more of it is noted as paid back. */
    void unpay(CycleCard cycle, List<UUID> noted) {
        taken.undo(cycle.community(), noted, cycle.leader());
    }
}
