package tuanju.chain.settling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.chain.TransferUses;
import tuanju.chain.settling.ChainDues.Payment;
import tuanju.chain.transfer.Matching;
import tuanju.chain.transfer.Matching.Found;
import tuanju.chain.transfer.Matching.Sent;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.ordering.GuestPieces;
import tuanju.live.LiveTopics;
import tuanju.member.MemberId;

/** A leader pastes what neighbours transferred: whose order that pays is noted where it is beyond doubt, and asked else. */
@Component
@RequiredArgsConstructor
class TransferTaking {

    private final OrderCycles cycles;
    private final GuestPieces pieces;
    private final TransferRows rows;
    private final TransferKeeping keeping;
    private final TransferUses uses;
    private final ChainDues dues;
    private final AuditTrail audit;
    private final LiveTopics live;

    /** Keeps a text, each of its transfers once, and notes who has paid with those that are new. Answers its id. */
    @Transactional
    public UUID paste(MemberId leader, Code code, TransferPaste paste) {
        var cycle = held(leader, code);
        var read = paste.read();
        var list = keeping.keep(cycle, read);
        int noted = use(cycle, sure(find(cycle, list)), false);
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
        if (use(cycle, List.of(new Payment(transfer, guest, sent.amount())), true) == 0) {
            throw new TransferUsed();
        }
        changed(leader, cycle, "cycle.transfer-used", due.amount().yuan());
    }

    /**
     * Takes one use back: what it noted of its order counts as not paid, whatever else is known of it stays, and the transfer
     * may be used again. Refuses with NotFound.
     */
    @Transactional
    public void undo(MemberId leader, Code code, UUID list, UUID transfer) {
        var cycle = held(leader, code);
        refuseStranger(cycle, list);
        dues.unpay(cycle, List.of(uses.undo(cycle, transfer, leader).orElseThrow(NotFound::new)));
        changed(leader, cycle, "cycle.transfer-undone", "1");
    }

    /** The same for all that came new with this text; answers how many that were. */
    @Transactional
    public int undo(MemberId leader, Code code, UUID list) {
        var cycle = held(leader, code);
        refuseStranger(cycle, list);
        var undone = uses.undoAll(cycle, list, leader);
        dues.unpay(cycle, undone);
        changed(leader, cycle, "cycle.transfer-undone", Integer.toString(undone.size()));
        return undone.size();
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

    private static List<Payment> sure(List<Found> found) {
        return found.stream()
                .flatMap(it -> Optional.ofNullable(it.sure())
                        .map(guest -> new Payment(
                                it.sent().transfer(), guest, it.sent().amount()))
                        .stream())
                .toList();
    }

    /** How many of them pay; whoever owes another amount by now is not paid by these. */
    private int use(CycleCard cycle, List<Payment> payments, boolean byHand) {
        var pays = dues.pay(cycle, payments);
        if (!uses.use(cycle, pays, byHand)) {
            throw new TransferUsed();
        }
        return pays.size();
    }

    private void refuseStranger(CycleCard cycle, UUID list) {
        if (rows.find(cycle, list).isEmpty()) {
            throw new NotFound();
        }
    }

    private CycleCard held(MemberId leader, Code code) {
        var cycle = cycles.ledBy(leader, code);
        pieces.hold(cycle);
        rows.hold(leader);
        return cycle;
    }

    private void changed(MemberId leader, CycleCard cycle, String act, String detail) {
        audit.record(leader.value(), act, cycle.code().value(), detail);
        live.changed("cycle:" + cycle.id());
        live.changed(cycle.householdsTopic());
    }
}
