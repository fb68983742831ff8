package tuanju.cycle.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tuanju.command.Invalid;
import tuanju.cycle.export.ForeignExport.Column;

/** Exports of other tools: what columns mean is said by hand, and nothing of a file is lost. */
class ForeignExportTest {

    private static final Map<String, OrderColumn> MEANINGS = Map.of(
            "顾客", OrderColumn.NAME,
            "联系手机", OrderColumn.PHONE,
            "门牌", OrderColumn.ADDRESS,
            "货品名称", OrderColumn.PRODUCT,
            "口味", OrderColumn.SPEC,
            "件数", OrderColumn.QUANTITY,
            "每件价格", OrderColumn.PRICE,
            "捎句话", OrderColumn.NOTE);

    private final ForeignExport export = ForeignExport.in(OtherTool.export());

    @Test
    void showsEachColumnWithWhatStandsInItAndWhatItSoundsLike() {
        assertThat(export.columns())
                .extracting(Column::name)
                .containsExactly("顾客", "联系手机", "门牌", "货品名称", "口味", "件数", "每件价格", "捎句话");
        assertThat(export.columns())
                .extracting(Column::guess)
                .startsWith(OrderColumn.NAME, OrderColumn.PHONE)
                .contains(OrderColumn.PRODUCT, OrderColumn.QUANTITY, OrderColumn.PRICE);
        assertThat(export.columns().getFirst().samples()).containsExactly("温岚", "石磊");
        assertThat(export.others()).isEmpty();
    }

    @Test
    void readsTheLinesWithWhatTheirColumnsMean() {
        var read = export.read(new ColumnMap(MEANINGS));

        assertThat(read.orders()).extracting(ReadOrder::name).containsExactly("温岚", "石磊");
        var first = read.orders().getFirst();
        assertThat(first.pieces()).isEqualTo(3);
        assertThat(first.amount().yuan()).isEqualTo("54.90");
        assertThat(first.note()).contains("放门口");
        assertThat(first.address().door().shown()).isEqualTo("3-501");
        assertThat(first.lines().getFirst().spec()).isEqualTo("原味");
    }

    @Test
    void losesNothing() {
        var read = export.read(new ColumnMap(MEANINGS));

        // every cell as it stands, under the name it has there
        assertThat(read.lines().getFirst().written().original())
                .containsEntry("每件价格", "12.50")
                .containsEntry("捎句话", "放门口");
        assertThat(read.differences())
                .extracting(Difference::kind, Difference::here)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Difference.Kind.LEFT_OUT, "6 合计"));
    }

    @Test
    void aColumnWithoutAMeaningIsKeptAsItStands() {
        var fewer = new HashMap<>(MEANINGS);
        fewer.remove("捎句话");

        var read = export.read(new ColumnMap(fewer));

        assertThat(read.orders().getFirst().note()).isEmpty();
        assertThat(read.lines().getFirst().written().original()).containsEntry("捎句话", "放门口");
    }

    @Test
    void headersInAnotherSequenceAreTheSameTool() {
        var rows = List.of(List.of("件数", "顾客", "货品名称"), List.of("1", "温岚", "鸡蛋"));
        var turned = new ArrayList<List<String>>();
        rows.forEach(row -> {
            var cells = new ArrayList<>(row);
            Collections.reverse(cells);
            turned.add(cells);
        });

        assertThat(ForeignExport.in(OtherTool.workbook(turned)).signature())
                .isEqualTo(ForeignExport.in(OtherTool.workbook(rows)).signature())
                .isNotEqualTo(export.signature());
    }

    @Test
    void twoColumnsOfOneNameAreToldApartAndOneWithoutAHeaderHasItsPlace() {
        var file = OtherTool.workbook(
                List.of(List.of("姓名", "备注", "备注", "", "商品", "数量"), List.of("温岚", "放门口", "少糖", "急", "鸡蛋", "1")));

        assertThat(ForeignExport.in(file).columns())
                .extracting(Column::name)
                .containsExactly("姓名", "备注", "备注 #3", "#4", "商品", "数量");
    }

    @Test
    void aNameTheGoodsAndTheirNumberAreNeeded() {
        for (var column : List.of("顾客", "货品名称", "件数")) {
            var fewer = new HashMap<>(MEANINGS);
            fewer.remove(column);
            assertThatThrownBy(() -> export.read(new ColumnMap(fewer))).isInstanceOf(Invalid.class);
        }
        var twice = new HashMap<>(MEANINGS);
        twice.put("口味", OrderColumn.PRODUCT);
        assertThatThrownBy(() -> export.read(new ColumnMap(twice))).isInstanceOf(Invalid.class);
    }

    @Test
    void aCellThatItsColumnCannotHoldIsNamedAsTheFileCallsIt() {
        var meanings = new HashMap<>(MEANINGS);
        meanings.put("件数", OrderColumn.NOTE);
        meanings.put("捎句话", OrderColumn.QUANTITY);

        var refusal = catchThrowableOfType(CannotRead.class, () -> export.read(new ColumnMap(meanings)));

        assertThat(refusal.getArguments()).contains("3", "捎句话");
    }

    @Test
    void whatThisProgramKnowsIsNoOtherTools() {
        var refusal = catchThrowableOfType(CannotRead.class, () -> KuaituantuanExport.read(OtherTool.export()));

        assertThat(ForeignExport.isReason(refusal)).isTrue();
    }
}
