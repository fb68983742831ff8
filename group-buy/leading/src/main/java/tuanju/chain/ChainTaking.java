package tuanju.chain;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.chain.ChainLists.Kept;
import tuanju.chain.ChainOrders.Line;
import tuanju.chain.ChainPlacing.Source;
import tuanju.chain.reading.ChainLine;
import tuanju.chain.reading.ChainListReader;
import tuanju.chain.reading.ReadChainList;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.cycle.NamedPoints;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.ordering.GuestPieces;
import tuanju.live.LiveTopics;
import tuanju.member.MemberId;

/** A leader brings a group's chain list into a cycle: looks, puts lines right, then takes them in at once or not at all. */
@Component
@RequiredArgsConstructor
@NamedInterface("rooms")
public class ChainTaking {

    private static final int LONGEST_LINE = 400;

    private final OrderCycles cycles;
    private final GuestPieces pieces;
    private final ChainLists lists;
    private final ChainReading reading;
    private final ChainOrders chainOrders;
    private final ChainPlacing placing;
    private final LatePayments latePayments;
    private final ListChains chains;
    private final Clock clock;
    private final AuditTrail audit;
    private final LiveTopics live;

    /** Reads without keeping anything. */
    ReadChainList dryRun(CycleCard cycle, ChainPaste paste) {
        return reading.read(cycle, paste, clock.instant(), Map.of());
    }

    /** A kept text as it reads now. */
    ReadChainList read(CycleCard cycle, Kept kept) {
        return reading.read(cycle, kept.paste(), kept.pastedAt(), lists.fixes(cycle, kept.id()));
    }

    /** Where the orders of a kept text go. */
    NamedPoints points(CycleCard cycle, Kept kept) {
        return points(cycle, kept.paste());
    }

    /** The same of a text that need not be kept. */
    NamedPoints points(CycleCard cycle, ChainPaste paste) {
        return reading.points(cycle, paste);
    }

    /** Keeps a text to be looked at; refuses with ChainListTooLong or Invalid, also a point that is not one of the cycle's. */
    @Transactional
    public UUID paste(MemberId leader, Code code, ChainPaste paste) {
        var cycle = cycles.ledBy(leader, code);
        reading.points(cycle, paste);
        return lists.keep(cycle, leader, paste);
    }

    /** Puts one entry right; an empty one is left out. The text itself stays as it came. */
    @Transactional
    public void fix(MemberId leader, Code code, UUID id, int number, String line) {
        var cycle = cycles.ledBy(leader, code);
        var kept = lists.readable(cycle, id).orElseThrow(NotFound::new);
        var entry =
                read(cycle, kept).lines().filter(it -> it.number() == number).findFirst();
        var known = ChainListReader.lines(kept.text()).stream().anyMatch(it -> it.number() == number);
        if (line.length() > LONGEST_LINE || !known) {
            throw new Invalid("line", "chain-list-line", LONGEST_LINE);
        }
        lists.fix(cycle, id, number, line.replaceAll("\\R|\0", " ").strip());
        // what is put right is the whole entry: its further lines say nothing of their own any more
        int last = entry.map(ChainLine::last).orElse(number);
        ChainListReader.lines(kept.text()).stream()
                .filter(it -> it.number() > number && it.number() <= last)
                .forEach(it -> lists.fix(cycle, id, it.number(), ""));
    }

    /**
     * Takes everything understood in and makes the changes, each once however often the text comes. One transaction.
     * Past the cut-off by the database's clock it only notes who has paid, and refuses with CannotOrder where the text says that
     * of nobody. What is unclear or too late stays out and is in the answer.
     */
    @Transactional
    public ReadChainList take(MemberId leader, Code code, UUID id) {
        var cycle = cycles.ledBy(leader, code);
        boolean open = pieces.hold(cycle);
        var kept = lists.readable(cycle, id).orElseThrow(NotFound::new);
        var read = read(cycle, kept);
        if (!open) {
            return latePayments.note(leader, cycle, read).orElseThrow(pieces::closed);
        }
        store(cycle, new Source(id, points(cycle, kept)), read);
        lists.taken(cycle, id);
        chains.goesOn(cycle, id, known(read));
        long fresh = read.understood().stream().filter(line -> !line.known()).count();
        audit.record(
                leader.value(),
                "cycle.chain-list",
                code.value(),
                fresh + " + " + read.changes().size());
        live.changed("cycle:" + cycle.id());
        return read;
    }

    /** Who stood on an earlier list already. */
    private static List<UUID> known(ReadChainList read) {
        return read.understood().stream()
                .filter(line -> line.known() && line.listNumber() != null)
                .map(ReadChainList.Understood::key)
                .toList();
    }

    /** What becomes free goes back first, so that others of the same text may have it; then orders, then their lines. */
    private void store(CycleCard cycle, Source from, ReadChainList read) {
        var outcomes = ChainOutcome.of(read);
        var before = chainOrders.of(cycle).stream().collect(Collectors.toMap(ChainOrders.Row::id, Function.identity()));
        var stored = new HashMap<UUID, UUID>();
        outcomes.forEach(outcome -> placing.free(cycle, before.get(outcome.key())));
        for (var outcome : outcomes) {
            stored.put(outcome.key(), placing.put(cycle, from, outcome, before.get(outcome.key())));
        }
        for (var line : read.understood()) {
            if (!line.known()) {
                var said = new Line(line.line(), line.listNumber(), line.items(), false);
                chainOrders.add(cycle, from.list(), stored.getOrDefault(line.key(), line.key()), said);
            }
        }
        for (var line : read.changes()) {
            if (!line.known()) {
                var said = new Line(line.line(), line.listNumber(), line.wanted(), line.spoken());
                chainOrders.add(cycle, from.list(), stored.getOrDefault(line.order(), line.order()), said);
            }
        }
    }
}
