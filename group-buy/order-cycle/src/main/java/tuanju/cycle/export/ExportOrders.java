package tuanju.cycle.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tuanju.address.Address;
import tuanju.address.AddressReader;
import tuanju.address.Attention;
import tuanju.address.Neighbourhood;
import tuanju.command.Fingerprint;

/** Makes orders of the lines of an export. */
final class ExportOrders {

    private ExportOrders() {}

    /** @param hasOrderAmounts whether the file says what a whole order costs */
    static List<ReadOrder> of(List<ExportLine> lines, ProductSummary products, boolean hasOrderAmounts) {
        var blocks = OrderBlock.in(lines);
        var addresses = AddressReader.in(neighbourhood(blocks));
        var reader = new BlockReader(new LineReader(products), addresses, hasOrderAmounts);
        var orders = new ArrayList<ReadOrder>();
        var keys = new HashMap<String, Integer>();
        for (var block : blocks) {
            byName(reader.read(block)).forEach(read -> orders.add(order(block.number(), read, keys)));
        }
        return List.copyOf(orders);
    }

    /** The lane of the place served, and the buildings and units that addresses beyond doubt name. */
    private static Neighbourhood neighbourhood(List<OrderBlock> blocks) {
        var place = blocks.stream()
                .map(block -> block.lines().getFirst().placeAddress())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(Neighbourhood::at)
                .orElse(Neighbourhood.UNKNOWN);
        var reader = AddressReader.in(place);
        return place.knowing(blocks.stream()
                .map(block -> reader.read(block.address()))
                .filter(address -> address.attention() != Attention.LOOK)
                .map(Address::door)
                .toList());
    }

    private static List<List<ReadLine>> byName(List<ReadLine> block) {
        var orders = new LinkedHashMap<String, List<ReadLine>>();
        block.forEach(line -> orders.computeIfAbsent(line.written().name(), name -> new ArrayList<>())
                .add(line));
        return List.copyOf(orders.values());
    }

    private static ReadOrder order(String number, List<ReadLine> lines, Map<String, Integer> keys) {
        var first = lines.getFirst().written();
        var name = Fingerprint.of(List.of(number, first.name(), first.address().text()));
        int again = keys.merge(name, 1, Integer::sum);
        var content = Fingerprint.of(lines.stream().flatMap(ExportOrders::goods).toList());
        return new ReadOrder(again == 1 ? name : name + "-" + again, content, number, lines);
    }

    private static Stream<String> goods(ReadLine line) {
        var written = line.written();
        return Stream.of(
                written.product(),
                line.spec(),
                Integer.toString(written.quantity()),
                line.amount().yuan(),
                written.phone(),
                written.note());
    }
}
