package tuanju.chain;

import java.util.HashMap;
import java.util.Map;
import tuanju.chain.reading.ChainListReader;
import tuanju.chain.reading.ReadChainList;
import tuanju.cycle.NamedPoints;

/**
 * A chain list as its leader sees it.
 *
 * @param originals lines as they were pasted, by number
 * @param points the name of the pickup point that a line names itself, by number
 */
record ChainListView(ReadChainList read, Map<Integer, String> originals, Map<Integer, String> points) {

    static ChainListView of(String text, ReadChainList read, NamedPoints where) {
        var originals = new HashMap<Integer, String>();
        var lines = ChainListReader.lines(text);
        read.lines()
                .forEach(entry -> lines.stream()
                        .filter(line -> line.number() >= entry.number() && line.number() <= entry.last())
                        .forEach(line ->
                                originals.merge(entry.number(), line.written().strip(), (a, b) -> a + " " + b)));
        var points = new HashMap<Integer, String>();
        read.understood()
                .forEach(line -> where.named(line.line().written())
                        .ifPresent(point ->
                                points.put(line.line().number(), point.place().name())));
        return new ChainListView(read, Map.copyOf(originals), Map.copyOf(points));
    }

    /** Only to be counted. */
    static ChainListView of(ReadChainList read) {
        return new ChainListView(read, Map.of(), Map.of());
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
