package tuanju.cycle.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import tuanju.money.Money;

/** A small export to try an import with: twelve lines as people type them, every person and phone invented. */
public final class SampleExport {

    /** What the file is called when it is saved. */
    public static final String FILE_NAME = "快团团订单示例.xlsx";

    private static final String TITLE = "周三水果鸡蛋团（示例）";
    private static final String LEADER = "示例团长";
    private static final String PLACE = "示例小区";
    private static final String PLACE_ADDRESS = "上海市某区桂花路88弄";

    /** What the sample sells. */
    private enum Goods {
        GRAPES("阳光玫瑰葡萄", "一份两斤", Money.ofYuan("39.90")),
        EGGS("散养鸡蛋", "30枚一盒", Money.ofYuan("29.90")),
        RICE("崇明大米", "10斤一袋", Money.ofYuan("58.00"));

        private final String title;
        private final String spec;
        private final Money price;

        Goods(String title, String spec, Money price) {
            this.title = title;
            this.spec = spec;
            this.price = price;
        }

        String column() {
            return title + "(" + spec + ")";
        }
    }

    private record Bought(Goods goods, int pieces) {

        Money amount() {
            return goods.price.times(pieces);
        }
    }

    /** One invented order; the door as the tool's three columns have it, empty where nobody filled them in. */
    private record Buyer(String name, String address, String note, Door door, List<Bought> bought) {

        Money amount() {
            return bought.stream().map(Bought::amount).reduce(Money.ZERO, Money::plus);
        }
    }

    private record Door(String room, String building, String lane) {

        static final Door UNFILLED = new Door("", "", "");
    }

    private static final List<Buyer> BUYERS = List.of(
            buyer("陈小满", "88弄3号1701室", "", "3-1701", one(Goods.GRAPES), one(Goods.EGGS)),
            buyer("周雨晴", "88弄12号602室", "", "12-602", one(Goods.RICE)),
            buyer("许冬梅", "88弄27－101", "", "", new Bought(Goods.GRAPES, 2)),
            buyer("林知夏", "88弄5号2O1室", "", "", one(Goods.EGGS)),
            buyer("何家辉", "88弄12801", "", "12-801", one(Goods.GRAPES)),
            buyer("吴桐", "88弄9号402室", "麻烦送到10-302", "9-402", one(Goods.RICE), new Bought(Goods.EGGS, 2)),
            buyer("郑好", "八十八弄6栋202", "", "6-202", one(Goods.GRAPES)),
            buyer("冯小北", "88弄3号602室", "", "3-602", one(Goods.RICE), one(Goods.GRAPES)),
            buyer("沈青", "88弄7号", "", "", one(Goods.EGGS)));

    private static final byte[] BYTES = write();

    private SampleExport() {}

    /** The file, the same bytes each time. */
    public static byte[] bytes() {
        return BYTES.clone();
    }

    private static Buyer buyer(String name, String address, String note, String door, Bought... bought) {
        var parts = door.split("-", 2);
        var filled = parts.length == 2 ? new Door(parts[1], parts[0], "88") : Door.UNFILLED;
        return new Buyer(name, "上海市某区桂花路" + address, note, filled, List.of(bought));
    }

    private static Bought one(Goods goods) {
        return new Bought(goods, 1);
    }

    private static byte[] write() {
        var file = new ByteArrayOutputStream();
        try (var workbook = new Workbook(file, "Tuanju", "1.0")) {
            put(workbook.newWorksheet("顾客购买表"), orders());
            put(workbook.newWorksheet("商品汇总表"), goods());
            put(workbook.newWorksheet("服务小区商品汇总表"), List.of(place()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    private static List<Map<String, Object>> orders() {
        return IntStream.range(0, BUYERS.size())
                .boxed()
                .flatMap(at -> BUYERS.get(at).bought().stream().map(bought -> line(at, bought)))
                .toList();
    }

    private static Map<String, Object> line(int at, Bought bought) {
        var buyer = BUYERS.get(at);
        boolean first = buyer.bought().getFirst() == bought;
        var line = new LinkedHashMap<String, Object>();
        line.put("下单人", buyer.name());
        line.put("团员备注", buyer.note());
        line.put("备注", "");
        line.put("跟团号", String.valueOf(at + 1));
        line.put("商品", bought.goods().column());
        line.put("规格", bought.goods().spec);
        line.put("数量", bought.pieces());
        line.put("商品金额", bought.amount().yuan());
        line.put("运费", "0");
        line.put("优惠", "0");
        line.put("订单金额", first ? buyer.amount().yuan() : "0");
        line.put("退款金额", "0");
        line.put("物流方式", "顾客自提");
        line.put("服务小区", PLACE);
        line.put("服务小区地址", PLACE_ADDRESS);
        line.put("收货人", buyer.name());
        line.put("联系电话", "139000010%02d".formatted(at + 1));
        line.put("详细地址", buyer.address());
        line.put("团长", LEADER);
        line.put("房号（如606）", buyer.door().room());
        line.put("楼号（如10）", buyer.door().building());
        line.put("弄号（如168）", buyer.door().lane());
        return line;
    }

    private static List<Map<String, Object>> goods() {
        return Arrays.stream(Goods.values()).map(SampleExport::sold).toList();
    }

    private static Map<String, Object> sold(Goods goods) {
        var row = new LinkedHashMap<String, Object>();
        row.put("团购标题", TITLE);
        row.put("所属团长", LEADER);
        row.put("商品", goods.title);
        row.put("规格", goods.spec);
        row.put("销售数量", pieces(goods));
        row.put("团当前单价", goods.price.yuan());
        row.put("商品总金额", goods.price.times(pieces(goods)).yuan());
        return row;
    }

    private static Map<String, Object> place() {
        var amount = BUYERS.stream().map(Buyer::amount).reduce(Money.ZERO, Money::plus);
        var row = new LinkedHashMap<String, Object>();
        row.put("团购标题", TITLE);
        row.put("服务小区", PLACE);
        row.put("服务小区地址", PLACE_ADDRESS);
        row.put("订单总数", BUYERS.size());
        row.put("商品总金额", amount.yuan());
        row.put("订单总金额", amount.yuan());
        row.put(
                "商品总数",
                Arrays.stream(Goods.values()).mapToInt(SampleExport::pieces).sum());
        Arrays.stream(Goods.values()).forEach(goods -> row.put(goods.column(), pieces(goods)));
        return row;
    }

    private static int pieces(Goods goods) {
        return BUYERS.stream()
                .flatMap(buyer -> buyer.bought().stream())
                .filter(bought -> bought.goods() == goods)
                .mapToInt(Bought::pieces)
                .sum();
    }

    private static void put(Worksheet sheet, List<Map<String, Object>> rows) {
        var columns = List.copyOf(rows.getFirst().keySet());
        for (int column = 0; column < columns.size(); column++) {
            sheet.value(0, column, columns.get(column));
            sheet.width(column, 14);
            for (int row = 0; row < rows.size(); row++) {
                put(sheet, row + 1, column, rows.get(row).get(columns.get(column)));
            }
        }
    }

    private static void put(Worksheet sheet, int row, int column, @Nullable Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else {
            sheet.value(row, column, String.valueOf(value));
        }
    }
}
