package tuanju.chain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.address.Neighbourhood;
import tuanju.chain.reading.ChainLine;
import tuanju.chain.reading.ChainListReader;
import tuanju.chain.reading.ChainListReader.Context;
import tuanju.chain.reading.ChainProduct;
import tuanju.chain.reading.ReadChainList;
import tuanju.chain.reading.ReadChainList.Ignored;
import tuanju.chain.reading.ReadChainList.Why;
import tuanju.community.Communities;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePoints;
import tuanju.cycle.NamedPoints;
import tuanju.cycle.OrderCycles;
import tuanju.member.Members;

/** Reads a pasted text in the light of its cycle: what it sells, what is left, who is in already. */
@Component
@RequiredArgsConstructor
class ChainReading {

    private final OrderCycles cycles;
    private final CyclePoints points;
    private final ChainOrders chainOrders;
    private final Communities communities;
    private final Members members;

    /** Reads a text with the lines its leader put right; lines left out are of no concern. It says nothing about later lists. */
    ReadChainList read(CycleCard cycle, ChainPaste paste, Instant pastedAt, Map<Integer, String> fixes) {
        var kept = new ArrayList<ChainLine>();
        var leftOut = new ArrayList<ChainLine>();
        for (var line : ChainListReader.lines(paste.text())) {
            var fix = fixes.get(line.number());
            if (fix != null && fix.isBlank()) {
                leftOut.add(line);
            } else {
                kept.add(fix == null ? line : new ChainLine(line.number(), fix));
            }
        }
        return withLeftOut(ChainListReader.read(kept, context(cycle, paste, pastedAt)), leftOut);
    }

    /** Where the orders of a text go. Refuses with Invalid a point that is not one of the cycle's. */
    NamedPoints points(CycleCard cycle, ChainPaste paste) {
        return NamedPoints.of(points.of(cycle), paste.point());
    }

    private Context context(CycleCard cycle, ChainPaste paste, Instant pastedAt) {
        var shelf = cycles.products(cycle).stream()
                .map(product -> new ChainProduct(product.id(), product.name(), product.spec(), product.left()))
                .toList();
        var place = communities.get(cycle.community()).place();
        var me = paste.self().isEmpty() ? members.card(cycle.leader()).name() : paste.self();
        var known = chainOrders.known(cycle, shelf, pastedAt);
        return new Context(shelf, Neighbourhood.at(place), me, known, points(cycle, paste)::without);
    }

    private static ReadChainList withLeftOut(ReadChainList read, List<ChainLine> leftOut) {
        var ignored = new ArrayList<>(read.ignored());
        leftOut.forEach(line -> ignored.add(new Ignored(line, Why.LEFT_OUT)));
        return new ReadChainList(read.understood(), read.changes(), read.unclear(), ignored, read.missing());
    }
}
