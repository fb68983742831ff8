package tuanju.chain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.chain.TransferRows.NewLine;
import tuanju.chain.transfer.Matching;
import tuanju.chain.transfer.Matching.Found;
import tuanju.chain.transfer.Matching.Sent;
import tuanju.chain.transfer.ReadTransfers;
import tuanju.chain.transfer.Transfer;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.cycle.GuestPieces;
import tuanju.cycle.OrderCycles;
import tuanju.database.Ids;
import tuanju.live.LiveTopics;
import tuanju.member.MemberId;

/** A leader pastes what neighbours transferred: whose order that pays is noted where it is beyond doubt, and asked else. */
@Component
@RequiredArgsConstructor
class TransferTaking {

    private final OrderCycles cycles;
    private final GuestPieces pieces;
    private final TransferRows rows;
    private final TransferUses uses;
    private final ChainDues dues;
    private final AuditTrail audit;
    private final LiveTopics live;

    /** Keeps a text, each of its transfers once, and notes who has paid with those that are new. Answers its id. */
    @Transactional
    public UUID paste(MemberId leader, Code code, TransferPaste paste) {
        var cycle = held(leader, code);
        rows.hold(leader);
        var read = paste.read();
        var list = keep(cycle, read);
        int noted = 0;
        for (var found : find(cycle, list)) {
            var guest = found.sure();
            if (guest != null) {
                use(cycle, found.sent().transfer(), guest, false);
                noted++;
            }
        }
        changed(leader, cycle, "cycle.transfers", read.transfers().size() + " - " + noted);
        return list;
    }

    /**
     * The leader says whose order a transfer pays. Refuses with NotFound what is not asked in this text, with Invalid an order
     * of another amount, and with TransferUsed what somebody else has used or paid meanwhile.
     */
    @Transactional
    public void use(MemberId leader, Code code, UUID list, UUID transfer, UUID guest) {
        var cycle = held(leader, code);
        refuseStranger(cycle, list);
        var sent = rows.lines(cycle, list).stream()
                .flatMap(line -> line.sent().stream())
                .filter(it -> it.id().equals(transfer))
                .findFirst()
                .orElseThrow(NotFound::new);
        var due = dues.open(cycle).stream()
                .filter(it -> it.guest().equals(guest))
                .findFirst()
                .orElseThrow(TransferUsed::new);
        if (!due.amount().equals(sent.amount())) {
            throw new Invalid("guest", "transfer-other-amount", due.amount().yuan());
        }
        use(cycle, transfer, guest, true);
        changed(leader, cycle, "cycle.transfer-used", due.amount().yuan());
    }

    /** Takes one use back: the order counts as not paid, and the transfer may be used again. Refuses with NotFound. */
    @Transactional
    public void undo(MemberId leader, Code code, UUID list, UUID transfer) {
        var cycle = held(leader, code);
        refuseStranger(cycle, list);
        var guest = uses.undo(cycle, transfer, leader).orElseThrow(NotFound::new);
        dues.unpay(cycle, guest);
        changed(leader, cycle, "cycle.transfer-undone", "1");
    }

    /** The same for all that came new with this text; answers how many that were. */
    @Transactional
    public int undo(MemberId leader, Code code, UUID list) {
        var cycle = held(leader, code);
        var used = uses.usedOf(
                cycle, rows.find(cycle, list).orElseThrow(NotFound::new).id());
        used.forEach(transfer -> uses.undo(cycle, transfer, leader).ifPresent(guest -> dues.unpay(cycle, guest)));
        changed(leader, cycle, "cycle.transfer-undone", Integer.toString(used.size()));
        return used.size();
    }

    /** What a text holds, as it stands now. Refuses with NotFound. */
    TransferView view(CycleCard cycle, UUID list) {
        var pasted = rows.find(cycle, list).orElseThrow(NotFound::new);
        return TransferView.of(cycle, pasted, rows.lines(cycle, list), find(cycle, list), dues.guests(cycle));
    }

    private List<Found> find(CycleCard cycle, UUID list) {
        var unused = rows.lines(cycle, list).stream()
                .filter(line -> line.use() == null)
                .flatMap(line -> line.sent().stream())
                .collect(Collectors.toMap(TransferRows.Sent::id, it -> it, (one, again) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .map(it -> new Sent(it.id(), it.from(), it.note(), it.amount()))
                .toList();
        return Matching.of(unused, dues.open(cycle), dues.elsewhere(cycle));
    }

    private UUID keep(CycleCard cycle, ReadTransfers read) {
        var list = rows.keep(cycle, read);
        var known = rows.known(cycle, read.transfers());
        for (var transfer : read.transfers()) {
            var before = known.find(transfer, TransferRows.likeness(cycle, transfer));
            var id = before.map(KnownTransfers.Row::id).orElseGet(() -> add(cycle, transfer, known));
            rows.add(cycle, list, new NewLine(transfer.line(), transfer.written(), id, before.isPresent(), null));
        }
        for (var line : read.unreadable()) {
            rows.add(cycle, list, new NewLine(line.line(), line.written(), null, false, line.why()));
        }
        return list;
    }

    private UUID add(CycleCard cycle, Transfer transfer, KnownTransfers known) {
        var row = known.fresh(Ids.next(), transfer, TransferRows.likeness(cycle, transfer));
        rows.add(cycle, transfer, row);
        return row.id();
    }

    private void use(CycleCard cycle, UUID transfer, UUID guest, boolean byHand) {
        if (!uses.use(cycle, transfer, guest, byHand)) {
            throw new TransferUsed();
        }
        dues.pay(cycle, guest);
    }

    private void refuseStranger(CycleCard cycle, UUID list) {
        if (rows.find(cycle, list).isEmpty()) {
            throw new NotFound();
        }
    }

    private CycleCard held(MemberId leader, Code code) {
        var cycle = cycles.ledBy(leader, code);
        pieces.hold(cycle);
        return cycle;
    }

    private void changed(MemberId leader, CycleCard cycle, String act, String detail) {
        audit.record(leader.value(), act, cycle.code().value(), detail);
        live.changed("cycle:" + cycle.id());
    }
}
