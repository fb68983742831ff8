package tuanju.cycle.export;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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
        var orders = ExportOrders.of(OrderSheetReader.lines(orderSheet), products, orderSheet.has("订单金额"));
        var window = OrderWindow.in(tables);
        return new ReadExport(
                SOURCE,
                products.title(),
                window.map(OrderWindow::first).orElse(null),
                window.map(OrderWindow::last).orElse(null),
                orders,
                CrossCheck.of(
                        orders,
                        products,
                        find(PlaceSummary::isIn).map(PlaceSummary::of).orElse(null)),
                Totals.of(orders));
    }

    private Optional<SheetTable> find(Predicate<SheetTable> kind) {
        return tables.stream().filter(kind).findFirst();
    }
}
