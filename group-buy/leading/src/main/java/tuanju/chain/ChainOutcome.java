package tuanju.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import tuanju.chain.reading.ChainItem;
import tuanju.chain.reading.Guest;
import tuanju.chain.reading.ReadChainList;
import tuanju.chain.reading.ReadChainList.Changed;
import tuanju.chain.reading.ReadChainList.Understood;

/**
 * What an order holds when a whole text has been read, after all its changes.
 *
 * @param key the chain order it was, or a key of the reading for a new one
 * @param line the line that decided last
 * @param written all lines that it was read from
 * @param items empty when it was cancelled
 */
record ChainOutcome(UUID key, int line, String written, Guest guest, List<ChainItem> items, boolean paid, String note) {

    ChainOutcome {
        items = List.copyOf(items);
    }

    static List<ChainOutcome> of(ReadChainList read) {
        var outcomes = new LinkedHashMap<UUID, ChainOutcome>();
        for (var line : read.understood()) {
            if (!line.known()) {
                outcomes.put(line.key(), of(line));
            }
        }
        for (var line : read.changes()) {
            if (!line.known()) {
                outcomes.merge(line.order(), of(line), ChainOutcome::then);
            }
        }
        return new ArrayList<>(outcomes.values());
    }

    private static ChainOutcome of(Understood line) {
        return new ChainOutcome(
                line.key(),
                line.line().number(),
                line.line().written(),
                line.guest(),
                line.items(),
                line.paid(),
                line.note());
    }

    private static ChainOutcome of(Changed line) {
        return new ChainOutcome(
                line.order(), line.line().number(), line.line().written(), line.guest(), line.items(), line.paid(), "");
    }

    private ChainOutcome then(ChainOutcome later) {
        var both = written + "\n" + later.written;
        return new ChainOutcome(key, later.line, both, guest, later.items, paid || later.paid, note);
    }
}
