package tuanju.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.community.Communities;
import tuanju.cycle.address.Neighbourhood;
import tuanju.cycle.chain.ChainLine;
import tuanju.cycle.chain.ChainListReader;
import tuanju.cycle.chain.ChainListReader.Context;
import tuanju.cycle.chain.ChainProduct;
import tuanju.cycle.chain.ReadChainList;
import tuanju.cycle.chain.ReadChainList.Ignored;
import tuanju.cycle.chain.ReadChainList.Why;
import tuanju.member.Members;

/** Reads a pasted text in the light of its cycle: what it sells, what is left, who is in already. */
@Component
@RequiredArgsConstructor
class ChainReading {

    private final CycleProducts products;
    private final ChainOrders chainOrders;
    private final Communities communities;
    private final Members members;

    /** Reads a text with the lines its leader put right; lines left out are of no concern. */
    ReadChainList read(CycleCard cycle, ChainPaste paste, Map<Integer, String> fixes) {
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
        return withLeftOut(ChainListReader.read(kept, context(cycle, paste.self())), leftOut);
    }

    private Context context(CycleCard cycle, String self) {
        var shelf = products.of(cycle).stream()
                .map(product -> new ChainProduct(product.id(), product.name(), product.spec(), product.left()))
                .toList();
        var place = communities.get(cycle.community()).place();
        var me = self.isEmpty() ? members.card(cycle.leader()).name() : self;
        return new Context(shelf, Neighbourhood.at(place), me, chainOrders.known(cycle, shelf));
    }

    private static ReadChainList withLeftOut(ReadChainList read, List<ChainLine> leftOut) {
        var ignored = new ArrayList<>(read.ignored());
        leftOut.forEach(line -> ignored.add(new Ignored(line, Why.LEFT_OUT)));
        return new ReadChainList(read.understood(), read.changes(), read.unclear(), ignored);
    }
}
