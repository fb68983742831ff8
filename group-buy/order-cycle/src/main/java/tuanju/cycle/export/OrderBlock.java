package tuanju.cycle.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tuanju.address.WrittenAddress;

/**
 * Neighbouring lines that the tool exported as one order: one address, and one 跟团号 and buyer, or no order amount of
 * their own behind a line that has one.
 *
 * @param number the 跟团号 that fits between its neighbours, where the lines name several
 */
record OrderBlock(String number, List<ExportLine> lines) {

    static List<OrderBlock> in(List<ExportLine> all) {
        var runs = new ArrayList<List<ExportLine>>();
        for (var line : all) {
            if (runs.isEmpty() || !continues(runs.getLast().getLast(), line)) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(line);
        }
        var blocks = new ArrayList<OrderBlock>();
        for (int at = 0; at < runs.size(); at++) {
            var before = at == 0 ? "" : runs.get(at - 1).getLast().number();
            var after = at + 1 == runs.size() ? "" : runs.get(at + 1).getFirst().number();
            blocks.add(new OrderBlock(number(runs.get(at), before, after), List.copyOf(runs.get(at))));
        }
        return blocks;
    }

    private static boolean continues(ExportLine before, ExportLine line) {
        if (!samePlace(before.address(), line.address())) {
            return false;
        }
        boolean number = before.number().equals(line.number());
        boolean buyer = before.buyer().equals(line.buyer()) && before.name().equals(line.name());
        return number && buyer || !line.namesOrderAmount() && (number || buyer);
    }

    private static boolean samePlace(WrittenAddress one, WrittenAddress other) {
        return one.text().equals(other.text())
                && one.room().equals(other.room())
                && one.unit().equals(other.unit())
                && one.building().equals(other.building())
                && one.lane().equals(other.lane());
    }

    private static String number(List<ExportLine> run, String before, String after) {
        var counts = new LinkedHashMap<String, Long>();
        run.forEach(line -> counts.merge(line.number(), 1L, Long::sum));
        long from = order(before);
        long until = order(after) < 0 ? Long.MAX_VALUE : order(after);
        return counts.keySet().stream()
                .filter(number -> order(number) > from && order(number) < until)
                .findFirst()
                .orElseGet(() -> mostFrequent(counts));
    }

    private static String mostFrequent(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static long order(String number) {
        return number.matches("\\d{1,15}") ? Long.parseLong(number) : -1;
    }

    /** The lines of each person named, in the order they appear. */
    Map<String, List<ExportLine>> byName() {
        return lines.stream().collect(Collectors.groupingBy(ExportLine::name, LinkedHashMap::new, Collectors.toList()));
    }

    /** The address with what any of its lines notes: the tool shows a note once per order. */
    WrittenAddress address() {
        var first = lines.getFirst().address();
        var note = lines.stream()
                .map(ExportLine::note)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
        return new WrittenAddress(first.text(), note, first.room(), first.unit(), first.building(), first.lane());
    }
}
