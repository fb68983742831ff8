package tuanju.chain;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.chain.reading.ReadChainList.Missing;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.ordering.GuestPieces;
import tuanju.live.LiveTopics;
import tuanju.member.MemberId;

/** A leader says once, for all who are gone from the newest list: these orders are cancelled, the others stay. */
@Component
@RequiredArgsConstructor
class MissingGuests {

    private final OrderCycles cycles;
    private final GuestPieces pieces;
    private final ChainLists lists;
    private final ChainTaking taking;
    private final ChainOrders chainOrders;
    private final ChainPlacing placing;
    private final ListChains chains;
    private final AuditTrail audit;
    private final LiveTopics live;

    /** How many orders were cancelled, and how many stay. */
    record Answered(int cancelled, int kept) {}

    /**
     * Cancels the orders of those named here and keeps those of all others who are missing from this list. Whoever is not
     * missing is left alone. Refuses with CannotOrder past the cut-off.
     */
    @Transactional
    public Answered answer(MemberId leader, Code code, UUID list, List<UUID> cancel) {
        var cycle = cycles.ledBy(leader, code);
        pieces.holdOpen(cycle);
        var kept = lists.readable(cycle, list).orElseThrow(NotFound::new);
        var missing =
                taking.read(cycle, kept).missing().stream().map(Missing::order).toList();
        var rows = chainOrders.of(cycle).stream().collect(Collectors.toMap(ChainOrders.Row::id, Function.identity()));
        var gone = missing.stream().filter(cancel::contains).toList();
        gone.stream().map(rows::get).filter(Objects::nonNull).forEach(guest -> placing.leave(cycle, guest));
        var staying = missing.stream().filter(guest -> !cancel.contains(guest)).toList();
        chains.keep(cycle, staying);
        audit.record(leader.value(), "cycle.chain-list-missing", code.value(), gone.size() + " - " + staying.size());
        live.changed("cycle:" + cycle.id());
        return new Answered(gone.size(), staying.size());
    }
}
