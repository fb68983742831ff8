package tuanju.receiving;

import static java.util.stream.Collectors.toMap;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.cycle.CycleCard;
import tuanju.cycle.OrderCycles;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderSheet;
import tuanju.picture.PictureRef;

/** What came of a cycle's goods, product by product. */
@Component
@RequiredArgsConstructor
public class Receipts {

    private final OrderCycles cycles;
    private final OrderBook book;
    private final ReceiptRows rows;

    /** Every product that was ordered or has come, in the cycle's order, then the imported ones by name. */
    @Transactional(readOnly = true)
    public List<ReceivedGoods> of(CycleCard cycle) {
        return of(cycle, book.expectedOf(cycle.community(), cycle.id()));
    }

    /** The same from sheets that are at hand anyway. */
    List<ReceivedGoods> of(CycleCard cycle, List<OrderSheet> sheets) {
        var counted = rows.of(cycle).stream().collect(toMap(ReceiptRows.Row::product, it -> it));
        return asked(cycle, sheets).values().stream()
                .map(it -> goods(it, counted.get(it.product)))
                .filter(it -> it.expected() > 0 || it.isCounted())
                .toList();
    }

    /** The id of goods that a cycle does not list: the same for the same name and spec. */
    static UUID idOf(CycleCard cycle, String name, String spec) {
        var text = cycle.id() + "\n" + name + "\n" + spec;
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ReceivedGoods goods(Asked asked, ReceiptRows.@Nullable Row row) {
        int expected = row == null || row.expected() == null ? asked.pieces : row.expected();
        return new ReceivedGoods(
                asked.product,
                asked.name,
                asked.spec,
                asked.picture,
                expected,
                asked.orders,
                row == null ? null : row.receipt(),
                row == null ? null : row.allocated());
    }

    private Map<String, Asked> asked(CycleCard cycle, List<OrderSheet> sheets) {
        var all = new LinkedHashMap<String, Asked>();
        cycles.products(cycle)
                .forEach(it ->
                        all.put(key(it.name(), it.spec()), new Asked(it.id(), it.name(), it.spec(), it.picture())));
        var imported = new TreeMap<String, Asked>();
        for (var sheet : sheets) {
            for (var line : sheet.lines()) {
                var key = key(line.productName(), line.spec());
                var asked = all.containsKey(key)
                        ? all.get(key)
                        : imported.computeIfAbsent(key, it -> unlisted(cycle, line.productName(), line.spec()));
                asked.add(sheet, line.quantity());
            }
        }
        all.putAll(imported);
        return all;
    }

    private static Asked unlisted(CycleCard cycle, String name, String spec) {
        return new Asked(idOf(cycle, name, spec), name, spec, null);
    }

    static String key(String name, String spec) {
        return name + "\n" + spec;
    }

    private static final class Asked {
        private final UUID product;
        private final String name;
        private final String spec;
        private final @Nullable PictureRef picture;
        private int pieces;
        private int orders;
        private @Nullable UUID latest;

        private Asked(UUID product, String name, String spec, @Nullable PictureRef picture) {
            this.product = product;
            this.name = name;
            this.spec = spec;
            this.picture = picture;
        }

        private void add(OrderSheet sheet, int quantity) {
            pieces += quantity;
            if (!sheet.id().value().equals(latest)) {
                orders++;
                latest = sheet.id().value();
            }
        }
    }
}
