package tuanju.chain.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tuanju.address.Neighbourhood;
import tuanju.chain.reading.ChainListReader.Context;

/** A whole text and all that must come of it: orders and questions in their order, the rest counted by its reason. */
record ChainCase(String shelf, String title, String text, List<String> expected) {

    static List<ChainCase> of(String file) {
        return Arrays.stream(Corpus.text(file).split("\n(?=\\[\\w+] )"))
                .filter(part -> part.startsWith("["))
                .map(ChainCase::parsed)
                .toList();
    }

    private static ChainCase parsed(String part) {
        var head = part.lines().findFirst().orElseThrow();
        var sides = part.substring(head.length() + 1).split("\n=>\n", 2);
        var shelf = head.substring(1, head.indexOf(']'));
        var expected = sides[1].lines().filter(line -> !line.isBlank()).toList();
        return new ChainCase(shelf, head.substring(head.indexOf(']') + 2), sides[0], expected);
    }

    /** What the reader makes of it, in the words of the file. */
    List<String> read() {
        return said(ChainListReader.read(
                text, new Context(Corpus.SHELVES.get(shelf), Neighbourhood.UNKNOWN, "团长", List.of())));
    }

    private static List<String> said(ReadChainList read) {
        var said = new TreeMap<Integer, String>();
        var aside = new TreeMap<String, Integer>();
        for (var it : read.understood()) {
            said.put(it.line().number(), order(it));
        }
        for (var it : read.changes()) {
            said.put(
                    it.line().number(),
                    it.isCancellation()
                            ? "! " + it.guest().name()
                            : "~ " + it.guest().name() + " : " + items(it.items()));
        }
        read.unclear()
                .forEach(it -> said.put(it.line().number(), "? " + it.line().written()));
        read.ignored().forEach(it -> aside.merge(it.why().name(), 1, Integer::sum));
        var all = new ArrayList<>(said.values());
        aside.forEach((why, lines) -> all.add(why + " " + lines));
        return all;
    }

    private static String order(ReadChainList.Understood line) {
        var door = line.guest().door();
        return line.guest().name()
                + (door.saysNothing() ? "" : " @" + door.withoutLane().shown())
                + " : "
                + items(line.items())
                + (line.paid() ? " ; paid" : "")
                + (line.note().isEmpty() ? "" : " ; note " + line.note());
    }

    private static String items(List<ChainItem> items) {
        return items.stream()
                .map(item -> item.product().name() + variant(item.product()) + " x" + item.quantity())
                .collect(Collectors.joining(", "));
    }

    /** Beside the name where only it tells two products apart. */
    private static String variant(ChainProduct product) {
        return product.name().equals("奶酪") ? " " + product.spec() : "";
    }

    @Override
    public String toString() {
        return title;
    }
}
