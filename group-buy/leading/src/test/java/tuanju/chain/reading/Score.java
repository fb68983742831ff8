package tuanju.chain.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tuanju.chain.reading.Corpus.Paste;
import tuanju.chain.reading.ReadChainList.Changed;
import tuanju.chain.reading.ReadChainList.Understood;

/** Counts over items: who gets how many of what, line by line, and whether it is paid. */
final class Score {

    private int expected;
    private int produced;
    private int right;
    private int lines;
    private final List<String> misses = new ArrayList<>();

    static Score of(List<Paste> pastes) {
        var score = new Score();
        pastes.forEach(score::add);
        return score;
    }

    double precision() {
        return produced == 0 ? 1 : (double) right / produced;
    }

    double recall() {
        return expected == 0 ? 1 : (double) right / expected;
    }

    List<String> misses() {
        return misses;
    }

    int lines() {
        return lines;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d lines, %d items: precision %.4f, recall %.4f (%d right of %d read)",
                lines,
                expected,
                precision(),
                recall(),
                right,
                produced);
    }

    private void add(Paste paste) {
        var read = said(ChainListReader.read(paste.text(), paste.context()));
        for (int at = 0; at < paste.lines().size(); at++) {
            lines++;
            var wanted = paste.expected().get(at).replaceAll(" ; note .*", "");
            var found = read.getOrDefault(at + 1, "nothing");
            count(items(wanted), items(found));
            if (!wanted.equals(found.replaceAll(" \\(.*\\)$", ""))) {
                misses.add(paste.lines().get(at) + "\n    wanted " + wanted + "\n    read   " + found);
            }
        }
    }

    private void count(List<String> wanted, List<String> found) {
        expected += wanted.size();
        produced += found.size();
        var both = new HashSet<>(found);
        both.retainAll(wanted);
        right += both.size();
    }

    /** One string per item: the person with the door, the product, the pieces. */
    private static List<String> items(String said) {
        if (said.startsWith("?") || said.startsWith("-") || said.startsWith("=") || said.equals("nothing")) {
            return List.of();
        }
        var parts = said.replace(" ; paid", "").split(" : ", 2);
        var items = parts.length == 1 ? new String[] {"gone"} : parts[1].split(", ");
        return java.util.Arrays.stream(items)
                .map(item -> parts[0] + " : " + item)
                .toList();
    }

    private static TreeMap<Integer, String> said(ReadChainList read) {
        var said = new TreeMap<Integer, String>();
        read.understood().forEach(line -> said.put(line.line().number(), said(line)));
        read.changes().forEach(line -> said.put(line.line().number(), said(line)));
        read.unclear()
                .forEach(line -> said.put(line.line().number(), "? (" + line.reason() + " " + line.about() + ")"));
        read.ignored().forEach(line -> said.put(line.line().number(), "- (" + line.why() + ")"));
        return said;
    }

    private static String said(Understood line) {
        var who = line.guest().name()
                + (line.guest().door().saysNothing()
                        ? ""
                        : " @" + line.guest().door().withoutLane().shown());
        return line.known()
                ? "= " + line.guest().name()
                : who + " : " + items(line.items()) + (line.paid() ? " ; paid" : "");
    }

    private static String said(Changed line) {
        return line.isCancellation()
                ? "! " + line.guest().name()
                : "~ " + line.guest().name() + " : " + items(line.items());
    }

    private static String items(List<ChainItem> items) {
        return items.stream()
                .map(item -> called(item.product()) + " x" + item.quantity())
                .collect(Collectors.joining(", "));
    }

    /** With what tells it from others of its name, where the shelf has some. */
    private static String called(ChainProduct product) {
        boolean several = java.util.Set.of("金枪鱼饭团", "大闸蟹").contains(product.name())
                && !product.spec().contains("礼盒");
        return several ? product.name() + " " + product.spec() : product.name();
    }
}
