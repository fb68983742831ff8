package tuanju.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.audit.AuditTrail;
import tuanju.chain.reading.ChainItem;
import tuanju.chain.reading.ChainLine;
import tuanju.chain.reading.ReadChainList;
import tuanju.chain.reading.ReadChainList.Changed;
import tuanju.chain.reading.ReadChainList.Reason;
import tuanju.chain.reading.ReadChainList.Unclear;
import tuanju.chain.reading.ReadChainList.Understood;
import tuanju.cycle.CycleCard;
import tuanju.live.LiveTopics;
import tuanju.member.MemberId;
import tuanju.order.dues.TakenByHand;

/** Notes who has paid from a text that comes after the cut-off: it changes no order, and says which lines would have. */
@Component
@RequiredArgsConstructor
class LatePayments {

    private final ChainOrders chainOrders;
    private final TakenByHand taken;
    private final AuditTrail audit;
    private final LiveTopics live;

    /** What was noted, and every line that came too late to be asked about; empty where the text says of nobody that they paid. */
    Optional<ReadChainList> note(MemberId leader, CycleCard cycle, ReadChainList read) {
        var held = chainOrders.held(cycle);
        var paying =
                read.changes().stream().filter(line -> isPayment(line, held)).toList();
        boolean paidBefore = read.understood().stream().anyMatch(line -> line.known() && line.paid());
        if (paying.isEmpty() && !paidBefore) {
            return Optional.empty();
        }
        // what an order grew by since it was paid is not paid by a text that said so before
        paying.stream()
                .filter(line -> !line.known())
                .forEach(line -> chainOrders
                        .orderOf(cycle, line.order())
                        .ifPresent(order -> taken.all(cycle.community(), order, leader, TakenByHand.Cause.LIST)));
        audit.record(leader.value(), "cycle.chain-list", cycle.code().value(), "0 + " + paying.size());
        live.changed("cycle:" + cycle.id());
        return Optional.of(only(read, paying));
    }

    /** Nothing but a payment: it would leave all that the order holds as it is. */
    private static boolean isPayment(Changed line, Map<UUID, Map<UUID, Integer>> held) {
        return line.paid() && !line.isCancellation() && counted(line.items()).equals(held.get(line.order()));
    }

    private static Map<UUID, Integer> counted(List<ChainItem> items) {
        var counted = new HashMap<UUID, Integer>();
        items.forEach(item -> counted.merge(item.product().id(), item.quantity(), Integer::sum));
        return counted;
    }

    private static ReadChainList only(ReadChainList read, List<Changed> paying) {
        var known = read.understood().stream().filter(Understood::known).toList();
        var late = Stream.concat(
                read.understood().stream().filter(line -> !line.known()).map(Understood::line),
                read.changes().stream().filter(line -> !paying.contains(line)).map(Changed::line));
        var unclear = new ArrayList<>(read.unclear());
        late.map(LatePayments::tooLate).forEach(unclear::add);
        return new ReadChainList(known, paying, unclear, read.ignored(), List.of());
    }

    private static Unclear tooLate(ChainLine line) {
        return new Unclear(line, Reason.TOO_LATE, "", List.of());
    }
}
