package tuanju.cycle.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tuanju.address.Attention;
import tuanju.money.Money;

/** The sample file that a newcomer downloads and brings in. */
class InventedExportTest {

    private final ReadExport export = KuaituantuanExport.read(SampleExport.bytes());

    @Test
    @DisplayName("Its twelve lines are nine orders that add up on all three sheets")
    void readsCleanly() {
        assertThat(export.totals()).isEqualTo(new Totals(12, 9, 14, Money.ofYuan("562.90"), 6, 3, 3));
        assertThat(export.differences()).isEmpty();
        assertThat(export.title()).isEqualTo("周三水果鸡蛋团（示例）");
    }

    @Test
    void showsEveryPile() {
        assertThat(export.orders())
                .extracting(
                        order -> order.address().door().withoutLane().shown(),
                        order -> order.address().attention())
                .containsExactly(
                        tuple("3-1701", Attention.MATCHED),
                        tuple("12-602", Attention.MATCHED),
                        tuple("27-101", Attention.MATCHED),
                        tuple("5-201", Attention.REPAIRED),
                        tuple("12-801", Attention.REPAIRED),
                        tuple("10-302", Attention.LOOK),
                        tuple("6-202", Attention.REPAIRED),
                        tuple("3-602", Attention.MATCHED),
                        tuple("7", Attention.LOOK));
    }

    @Test
    void namesNobody() {
        assertThat(export.lines())
                .allSatisfy(line -> assertThat(line.written().phone()).startsWith("1390000"));
    }
}
