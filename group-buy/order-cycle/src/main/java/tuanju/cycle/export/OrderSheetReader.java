package tuanju.cycle.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tuanju.address.WrittenAddress;
import tuanju.cycle.export.SheetTable.Line;

/** The sheet 顾客购买表: one line per product of an order. */
final class OrderSheetReader {

    private static final List<String> REQUIRED = List.of("跟团号", "商品", "数量", "商品金额", "详细地址");
    private static final List<String> FIGURES = List.of("数量", "商品金额", "订单金额", "退款金额", "运费", "优惠");
    private static final int NAME = 40;
    private static final int PHONE = 20;
    private static final int SHORT = 200;
    private static final int LONG = 500;

    private OrderSheetReader() {}

    static boolean isIn(SheetTable table) {
        return table.has("跟团号", "商品") || table.has("下单人", "数量");
    }

    static List<ExportLine> lines(SheetTable table) {
        table.require(REQUIRED);
        if (!table.has("收货人")) {
            table.require(List.of("下单人"));
        }
        if (table.lines().isEmpty()) {
            throw CannotRead.noLines(table.sheet());
        }
        return table.lines().stream().map(OrderSheetReader::line).toList();
    }

    static ExportLine line(Line line) {
        var cells = new CellReader(line);
        var product = cells.text("商品", SHORT);
        if (product.isEmpty()) {
            throw CannotRead.cell("empty", line.row(), line.name("商品"), "");
        }
        return new ExportLine(
                line.row(),
                cells.digits("跟团号", SHORT),
                cells.text("下单人", NAME),
                cells.text("收货人", NAME),
                cells.digits("联系电话", PHONE),
                note(cells),
                product,
                cells.text("规格", SHORT),
                cells.quantity("数量"),
                cells.money("商品金额"),
                cells.money("订单金额"),
                cells.moneyOrZero("运费"),
                cells.moneyOrZero("优惠"),
                cells.moneyOrZero("退款金额"),
                address(cells),
                cells.text("团长", SHORT),
                cells.text("服务小区地址", SHORT),
                FIGURES.stream().filter(cells::isFormula).toList(),
                original(line));
    }

    private static WrittenAddress address(CellReader cells) {
        return new WrittenAddress(
                cells.text("详细地址", LONG),
                note(cells),
                cells.text("房号", SHORT),
                cells.text("单元", SHORT),
                cells.text("楼号", SHORT),
                cells.text("弄号", SHORT));
    }

    /** What the buyer wrote; the tool puts the 跟团号 and a colon in front. */
    private static String note(CellReader cells) {
        return Stream.of("团员备注", "备注")
                .map(column -> cells.text(column, LONG / 2 - 1).replaceFirst("^\\d+\\s*[:：]\\s*", ""))
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> original(Line line) {
        var original = new LinkedHashMap<String, String>();
        line.written().forEach((column, cell) -> original.put(column, cell.text()));
        return original;
    }
}
