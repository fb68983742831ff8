package tuanju.cycle.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tuanju.address.Address;
import tuanju.address.AddressReader;
import tuanju.address.Attention;
import tuanju.address.Neighbourhood;
import tuanju.command.Fingerprint;

/** Reads the order export of 快团团 from the bytes of its xlsx file. Refuses with {@link CannotRead}. */
public final class KuaituantuanExport {

    /** The name under which its orders are kept. */
    public static final String SOURCE = "kuaituantuan";

    private final List<SheetTable> tables;
    private final SheetTable orderSheet;
    private final ProductSummary products;

    private KuaituantuanExport(List<SheetTable> tables) {
        this.tables = tables;
        this.orderSheet = find(OrderSheetReader::isIn).orElseThrow(CannotRead::noOrderSheet);
        this.products = ProductSummary.of(find(ProductSummary::isIn).orElse(null));
    }

    public static ReadExport read(byte[] file) {
        return new KuaituantuanExport(WorkbookTables.in(file)).read();
    }

    private ReadExport read() {
        var blocks = OrderBlock.in(OrderSheetReader.lines(orderSheet));
        var addresses = AddressReader.in(neighbourhood(blocks));
        var reader = new BlockReader(new LineReader(products), addresses, orderSheet.has("订单金额"));
        var orders = new ArrayList<ReadOrder>();
        var keys = new HashMap<String, Integer>();
        for (var block : blocks) {
            byName(reader.read(block)).forEach(lines -> orders.add(order(block.number(), lines, keys)));
        }
        var window = OrderWindow.in(tables);
        return new ReadExport(
                products.title(),
                window.map(OrderWindow::first).orElse(null),
                window.map(OrderWindow::last).orElse(null),
                List.copyOf(orders),
                CrossCheck.of(
                        orders,
                        products,
                        find(PlaceSummary::isIn).map(PlaceSummary::of).orElse(null)),
                Totals.of(orders));
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
        var content =
                Fingerprint.of(lines.stream().flatMap(KuaituantuanExport::goods).toList());
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

    private Optional<SheetTable> find(Predicate<SheetTable> kind) {
        return tables.stream().filter(kind).findFirst();
    }
}
