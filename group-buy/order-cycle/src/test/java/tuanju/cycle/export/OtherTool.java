package tuanju.cycle.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/** Writes workbooks as other tools might: any headers, any sequence, with invented people. */
public final class OtherTool {

    private OtherTool() {}

    /** Three lines of two people, a heading above and a sum below. */
    public static byte[] export() {
        return workbook(List.of(
                List.of("团购订单导出", "", "", "", "", "", "", ""),
                List.of("顾客", "联系手机", "门牌", "货品名称", "口味", "件数", "每件价格", "捎句话"),
                List.of("温岚", "13800000001", "3号楼501", "奶酪", "原味", "2", "12.50", "放门口"),
                List.of("温岚", "13800000001", "3号楼501", "鸡蛋", "", "1", "29.90", ""),
                List.of("石磊", "13800000002", "5号楼302", "鸡蛋", "", "3", "29.90", ""),
                List.of("", "", "", "", "", "6", "", "合计")));
    }

    public static byte[] workbook(List<List<String>> rows) {
        var file = new ByteArrayOutputStream();
        try (var workbook = new Workbook(file, "Other", "1.0")) {
            var sheet = workbook.newWorksheet("订单");
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    sheet.value(row, column, rows.get(row).get(column));
                }
            }
            workbook.newWorksheet("统计").value(0, 0, "一共六件");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }
}
