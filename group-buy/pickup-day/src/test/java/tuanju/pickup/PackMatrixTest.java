package tuanju.pickup;

import static org.assertj.core.api.Assertions.assertThat;
import static tuanju.pickup.printing.Example.drop;
import static tuanju.pickup.printing.Example.grapefruit;
import static tuanju.pickup.printing.Example.lychee;
import static tuanju.pickup.printing.Example.melon;
import static tuanju.pickup.printing.Example.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import tuanju.pickup.printing.Example;

@DisplayName("The pack matrix")
class PackMatrixTest {

    private final List<Drop> drops = List.of(
            drop(
                    "3号门",
                    PickupSheet.of(List.of(
                            order("86", "1005", "黎**", melon(1), grapefruit(3)),
                            order("86", "701", "马**", melon(2)),
                            order("9", "101", "邬**", lychee(1))))),
            drop("10号门", PickupSheet.of(List.of(order("2", "301", "丁**", lychee(2))))));

    @Test
    void hasARowForEachBagInWalkingOrderAndAColumnForEachProductBySound() {
        var matrix = PackMatrix.of(drops);

        assertThat(matrix.columns())
                .extracting(PackMatrix.Column::title)
                .containsExactly("冰淇淋黄心西瓜(一箱四个约14斤)", "荔枝(每箱四斤)", "西柚(十个一份)");
        assertThat(matrix.blocks().getFirst().rows())
                .extracting(row -> row.household().door(), PackMatrix.Row::quantities)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("9-101", List.of(0, 1, 0)),
                        org.assertj.core.groups.Tuple.tuple("86-701", List.of(2, 0, 0)),
                        org.assertj.core.groups.Tuple.tuple("86-1005", List.of(1, 0, 3)));
        assertThat(matrix.blocks().getFirst().sums()).containsExactly(3L, 1L, 3L);
    }

    @Test
    void addsUpAlongRowsAndColumns() {
        var matrix = PackMatrix.of(drops);

        assertThat(matrix.addsUp()).isTrue();
        assertThat(matrix.columns()).extracting(PackMatrix.Column::pieces).containsExactly(3L, 3L, 3L);
        assertThat(matrix.sum().pieces()).isEqualTo(9);
    }

    @Test
    void aPlantedDifferenceIsFound() {
        var honest = PackMatrix.of(drops);
        var first = honest.blocks().getFirst();
        var rows = new ArrayList<>(first.rows());
        rows.set(0, new PackMatrix.Row(rows.getFirst().household(), List.of(1, 1, 0), List.of(0, 0, 0)));

        var planted = new PackMatrix(
                honest.columns(),
                List.of(
                        new PackMatrix.Block(first.drop(), rows),
                        honest.blocks().getLast()));

        assertThat(planted.addsUp()).isFalse();
    }

    @RepeatedTest(50)
    void addsUpWhateverNeighboursOrder(RepetitionInfo turn) {
        var random = new Random(turn.getCurrentRepetition());
        var orders = new ArrayList<PickupOrder>();
        for (int i = 0; i < random.nextInt(60); i++) {
            var lines = new PickupLine[1 + random.nextInt(5)];
            for (int line = 0; line < lines.length; line++) {
                lines[line] = Example.line("商品" + random.nextInt(20), 1 + random.nextInt(9), "3.30");
            }
            orders.add(order("" + random.nextInt(4), "" + random.nextInt(9), "王**", lines));
        }

        var sheet = PickupSheet.of(orders);

        assertThat(PackMatrix.of(List.of(drop("3号门", sheet))).addsUp()).isTrue();
    }

    @Test
    void goodsInCasesSayHowManyAreFullAndWhatLiesBeside() {
        var goods = Goods.of(List.of(lychee(3), lychee(6)), line -> 4);

        assertThat(goods).singleElement().satisfies(one -> {
            assertThat(one.cases()).isEqualTo(2);
            assertThat(one.loose()).isEqualTo(1);
        });
        assertThat(Example.chinese().cases(goods.getFirst())).isEqualTo("2 箱（每箱 4）+ 散 1");
        assertThat(Example.words(java.util.Locale.ENGLISH).cases(goods.getFirst()))
                .isEqualTo("2 cases of 4 + 1 loose");
        assertThat(Example.chinese()
                        .cases(Goods.of(List.of(lychee(3)), line -> 4).getFirst()))
                .isEqualTo("散 3");
    }
}
