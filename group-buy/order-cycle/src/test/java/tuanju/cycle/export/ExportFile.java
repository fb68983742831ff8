package tuanju.cycle.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes exports for tests, line by line, with invented people. */
public final class ExportFile {

    /** A part of a workbook to put in or replace. */
    public record Part(String name, String text) {}

    private static final List<String> COLUMNS = List.of(
            "下单人",
            "团员备注",
            "跟团号",
            "商品",
            "规格",
            "数量",
            "商品金额",
            "订单金额",
            "联系电话",
            "服务小区地址",
            "详细地址",
            "团长",
            "房号（如606）",
            "楼号（如10）",
            "弄号（如168）");

    private final List<Map<String, Object>> lines = new ArrayList<>();
    private final List<String> columns = new ArrayList<>(COLUMNS);
    private final List<Object[]> products = new ArrayList<>();

    public static ExportFile empty() {
        return new ExportFile();
    }

    /** Two orders: 甲 with pears and plums at 86-801, 乙 with pears at 3-1701. */
    public static ExportFile twoOrders() {
        return empty().line("甲", 1, "梨(一箱)", 1, "20", "50.5", "某路500弄86号801室")
                .line("甲", 1, "李(两斤)", 2, "30.5", "0", "某路500弄86号801室")
                .line("乙", 2, "梨(一箱)", 1, "20", "20", "某路500弄3号1701室");
    }

    public ExportFile line(
            String buyer, int number, String product, Object quantity, String amount, String orderAmount, String text) {
        var cells = new LinkedHashMap<String, Object>();
        cells.put("下单人", buyer);
        cells.put("跟团号", "" + number);
        cells.put("商品", product);
        cells.put("规格", ProductSummary.Goods.in(product).spec());
        cells.put("数量", quantity);
        cells.put("商品金额", amount);
        cells.put("订单金额", orderAmount);
        cells.put("联系电话", "1380000" + String.format("%04d", number));
        cells.put("服务小区地址", "某市某路500弄");
        cells.put("详细地址", text);
        lines.add(cells);
        return this;
    }

    /** Changes a cell of the last line. */
    public ExportFile with(String column, Object value) {
        lines.getLast().put(column, value);
        return this;
    }

    public ExportFile without(String... names) {
        columns.removeAll(List.of(names));
        return this;
    }

    public ExportFile withExtraColumn(String name) {
        columns.add(name);
        return this;
    }

    public ExportFile shuffled() {
        Collections.shuffle(columns, new Random(7));
        return this;
    }

    public ExportFile sold(String name, String spec, int pieces, String price, String amount) {
        products.add(new Object[] {name, spec, pieces, price, amount});
        return this;
    }

    public byte[] bytes() {
        var file = new ByteArrayOutputStream();
        try (var workbook = new Workbook(file, "test", "1.0")) {
            orders(workbook.newWorksheet("顾客购买表"));
            if (!products.isEmpty()) {
                products(workbook.newWorksheet("商品汇总表"));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    private void orders(Worksheet sheet) {
        for (int column = 0; column < columns.size(); column++) {
            sheet.value(0, column, columns.get(column));
            for (int line = 0; line < lines.size(); line++) {
                put(sheet, line + 1, column, lines.get(line).getOrDefault(columns.get(column), ""));
            }
        }
    }

    private void products(Worksheet sheet) {
        var names = List.of("商品", "规格", "销售数量", "团当前单价", "商品总金额");
        for (int column = 0; column < names.size(); column++) {
            sheet.value(0, column, names.get(column));
            for (int line = 0; line < products.size(); line++) {
                put(sheet, line + 1, column, products.get(line)[column]);
            }
        }
    }

    private static void put(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value.toString().startsWith("=")) {
            sheet.formula(row, column, value.toString().substring(1));
        } else {
            sheet.value(row, column, value.toString());
        }
    }

    /** The same file with one more part, or another text in one it has. */
    public static byte[] withPart(byte[] file, Part part) {
        var out = new ByteArrayOutputStream();
        try (var in = ZipFile.builder().setByteArray(file).get();
                var zip = new ZipOutputStream(out)) {
            for (var entry : Collections.list(in.getEntries())) {
                if (!entry.getName().equals(part.name())) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    in.getInputStream(entry).transferTo(zip);
                }
            }
            zip.putNextEntry(new ZipEntry(part.name()));
            zip.write(part.text().getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** The same file with another content in one cell of a sheet. */
    public static byte[] withCell(byte[] file, String sheet, String cell, String content) {
        var old = "<c r=\"" + cell + "\"[^>]*>.*?</c>";
        var text = part(file, sheet).replaceFirst(old, "<c r=\"" + cell + "\">" + content + "</c>");
        return withPart(file, new Part(sheet, text));
    }

    private static String part(byte[] file, String name) {
        try (var in = ZipFile.builder().setByteArray(file).get()) {
            return new String(in.getInputStream(in.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
