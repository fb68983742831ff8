package tuanju.cycle.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tuanju.address.Attention;
import tuanju.cycle.export.Difference.Kind;
import tuanju.money.Money;

class KuaituantuanExportTest {

    @Test
    void putsTheLinesOfOneBuyerIntoOneOrder() {
        var export = KuaituantuanExport.read(ExportFile.twoOrders().bytes());

        assertThat(export.totals()).isEqualTo(new Totals(3, 2, 4, Money.ofYuan("70.50"), 3, 0, 0));
        assertThat(export.orders()).extracting(ReadOrder::name).containsExactly("甲", "乙");
        assertThat(export.orders().getFirst().address().door().withoutLane().shown())
                .isEqualTo("86-801");
    }

    @Test
    void findsColumnsByTheirNamesInAnyOrder() {
        var shuffled = KuaituantuanExport.read(ExportFile.twoOrders().shuffled().bytes());

        assertThat(shuffled.orders())
                .extracting(ReadOrder::key)
                .isEqualTo(KuaituantuanExport.read(ExportFile.twoOrders().bytes()).orders().stream()
                        .map(ReadOrder::key)
                        .toList());
    }

    @Test
    void goesWithoutTheColumnsThatAreNotNeeded() {
        var file = ExportFile.twoOrders().without("规格", "订单金额", "团长", "房号（如606）", "楼号（如10）", "弄号（如168）", "团员备注");

        assertThat(KuaituantuanExport.read(file.bytes()).totals().flagged()).isZero();
    }

    @Test
    void takesTheSpecFromTheNameWhereTheColumnWasCopied() {
        var file = ExportFile.empty()
                .line("甲", 1, "梨(一箱)", 1, "20", "20", "某路500弄86号801室")
                .with("规格", "两斤")
                .sold("梨", "一箱", 1, "20.00", "20");

        var line = KuaituantuanExport.read(file.bytes()).lines().getFirst();

        assertThat(line.spec()).isEqualTo("一箱");
        assertThat(line.flags()).containsExactly(LineFlag.Kind.SPEC_COPIED.with("两斤 → 一箱"));
        assertThat(line.attention()).isEqualTo(Attention.REPAIRED);
    }

    @Test
    void keepsTheAmountOfTheFileAndFlagsThatThePriceIsAnother() {
        var file = ExportFile.empty()
                .line("甲", 1, "梨(一箱)", 2, "48", "48", "某路500弄86号801室")
                .sold("梨", "一箱", 2, "20.00", "48");

        var export = KuaituantuanExport.read(file.bytes());

        assertThat(export.lines().getFirst().amount()).isEqualTo(Money.ofYuan("48"));
        assertThat(export.lines().getFirst().flags())
                .containsExactly(LineFlag.Kind.AMOUNT_DIFFERS.with("48.00 ≠ 20.00 × 2"));
        assertThat(export.differences())
                .containsExactly(new Difference(Kind.SUMMARY_AMOUNT, "梨(一箱)", "40.00", "48.00"));
    }

    @Test
    void fillsAnEmptyAmountFromThePriceOfTheProductSummary() {
        var file = ExportFile.empty()
                .line("甲", 1, "梨(一箱)", 2, "", "40", "某路500弄86号801室")
                .sold("梨", "一箱", 2, "20.00", "40");

        var line = KuaituantuanExport.read(file.bytes()).lines().getFirst();

        assertThat(line.amount()).isEqualTo(Money.ofYuan("40"));
        assertThat(line.attention()).isEqualTo(Attention.REPAIRED);
    }

    @Test
    void asksForALookWhereAnAmountIsEmptyAndNoPriceIsKnown() {
        var file = ExportFile.empty().line("甲", 1, "梨", 1, "", "20", "某路500弄86号801室");

        var line = KuaituantuanExport.read(file.bytes()).lines().getFirst();

        assertThat(line.has(LineFlag.Kind.AMOUNT_MISSING)).isTrue();
        assertThat(line.has(LineFlag.Kind.ORDER_AMOUNT_DIFFERS)).isTrue();
    }

    @Test
    void keepsALineWhoseNumberBreaksTheRunInItsOrder() {
        var file = ExportFile.empty()
                .line("甲", 64, "梨", 1, "20", "20", "某路500弄1号101")
                .line("乙", 65, "梨", 1, "20", "60", "某路500弄2号201")
                .line("乙", 111, "李", 1, "20", "0", "某路500弄2号201")
                .with("联系电话", "13800000065")
                .line("乙", 65, "桃", 1, "20", "0", "某路500弄2号201")
                .line("丙", 66, "梨", 1, "20", "20", "某路500弄3号301");

        var export = KuaituantuanExport.read(file.bytes());

        assertThat(export.orders()).extracting(ReadOrder::number).containsExactly("64", "65", "66");
        assertThat(export.lines().get(2).flags()).containsExactly(LineFlag.Kind.NUMBER_BREAKS_RUN.with("111 → 65"));
    }

    @Test
    void givesTwoBuyersUnderOneNumberABagEachAndAsksForALook() {
        var file = ExportFile.empty()
                .line("甲", 1, "梨", 1, "20", "50", "某路500弄2号201")
                .line("乙", 1, "李", 1, "30", "0", "某路500弄2号201");

        var export = KuaituantuanExport.read(file.bytes());

        assertThat(export.orders()).extracting(ReadOrder::name).containsExactly("甲", "乙");
        assertThat(export.totals().flagged()).isEqualTo(2);
        assertThat(export.lines().getFirst().flags()).containsExactly(LineFlag.Kind.TWO_BUYERS.with("甲 / 乙"));
    }

    @Test
    void tellsApartTwoOrdersOfOneBuyerThatLookTheSame() {
        var file = ExportFile.empty()
                .line("甲", 1, "梨", 1, "20", "20", "某路500弄2号201")
                .line("乙", 2, "梨", 1, "20", "20", "某路500弄3号301")
                .line("甲", 1, "梨", 1, "20", "20", "某路500弄2号201");

        var orders = KuaituantuanExport.read(file.bytes()).orders();

        assertThat(orders).extracting(ReadOrder::key).doesNotHaveDuplicates();
        assertThat(orders).hasSize(3);
    }

    @Test
    void anOrderKeepsItsKeyWhenItsGoodsChange() {
        var before =
                KuaituantuanExport.read(ExportFile.twoOrders().bytes()).orders().getLast();
        var after = KuaituantuanExport.read(ExportFile.twoOrders().with("数量", 2).bytes())
                .orders()
                .getLast();

        assertThat(after.key()).isEqualTo(before.key());
        assertThat(after.content()).isNotEqualTo(before.content());
    }

    @Test
    void readsNumbersWhetherTheyAreTypedAsTextOrAsNumbers() {
        var file = ExportFile.twoOrders().with("商品金额", 19.999999999999996).with("联系电话", 13800000002L);

        var order = KuaituantuanExport.read(file.bytes()).orders().getLast();

        assertThat(order.amount()).isEqualTo(Money.ofYuan("20"));
        assertThat(order.phone()).isEqualTo("13800000002");
    }

    @Test
    void showsAFormulaOnlyByTheValueItLastHad() {
        var part = "xl/worksheets/sheet1.xml";
        var file = ExportFile.withCell(ExportFile.twoOrders().bytes(), part, "F2", "<f>1+0</f><v>1</v>");

        var line = KuaituantuanExport.read(file).lines().getFirst();

        assertThat(line.written().quantity()).isEqualTo(1);
        assertThat(line.flags()).contains(LineFlag.Kind.FORMULA.with("数量"));
    }
}
