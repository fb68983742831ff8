package tuanju.chain;

import java.util.HashMap;
import java.util.Map;
import tuanju.chain.reading.ChainListReader;
import tuanju.chain.reading.ReadChainList;

/**
 * A chain list as its leader sees it.
 *
 * @param originals lines as they were pasted, by number
 */
record ChainListView(ReadChainList read, Map<Integer, String> originals) {

    static ChainListView of(String text, ReadChainList read) {
        var originals = new HashMap<Integer, String>();
        ChainListReader.lines(text).forEach(line -> originals.put(line.number(), line.written()));
        return new ChainListView(read, Map.copyOf(originals));
    }

    /** Orders that would be new. */
    public int fresh() {
        return (int) read.understood().stream().filter(line -> !line.known()).count();
    }

    /** Changes that would be made. */
    public int changing() {
        return (int) read.changes().stream().filter(line -> !line.known()).count();
    }

    /** Lines that are in already. */
    public int known() {
        return read.understood().size() + read.changes().size() - fresh() - changing();
    }
}
