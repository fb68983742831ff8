package tuanju.pickup.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static tuanju.pickup.printing.Example.grapefruit;
import static tuanju.pickup.printing.Example.lychee;
import static tuanju.pickup.printing.Example.melon;
import static tuanju.pickup.printing.Example.order;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tuanju.pickup.PickupLine;
import tuanju.pickup.PickupSheet;
import tuanju.pickup.printing.Label.Place;

class LabelTest {

    private final PickupSheet sheet = PickupSheet.of(List.of(
            order("58", "902", "梁**", melon(2), lychee(1)),
            order("58", "601", "欧**", grapefruit(1)),
            order("3", "601", "谢**", melon(1))));

    @Test
    void countsTheBagsOfABuildingAndOfAll() {
        assertThat(Label.perHousehold(sheet))
                .extracting(label -> label.household().door(), Label::inBuilding, Label::overall)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("3-601", new Place(1, 1), new Place(1, 3)),
                        org.assertj.core.groups.Tuple.tuple("58-601", new Place(1, 2), new Place(2, 3)),
                        org.assertj.core.groups.Tuple.tuple("58-902", new Place(2, 2), new Place(3, 3)));
    }

    @Test
    void givesEveryPieceItsOwnLabel() {
        var labels = Label.perPiece(sheet);

        assertThat(labels).hasSize(5);
        assertThat(labels.getLast().inBuilding()).isEqualTo(new Place(4, 4));
        assertThat(labels.getLast().overall()).isEqualTo(new Place(5, 5));
        assertThat(labels.getLast().part()).isEqualTo(new Place(3, 3));
        assertThat(labels.get(3).items()).containsExactly(melon(2));
    }

    @Test
    void continuesALongBagOnAnotherLabelInsteadOfLeavingThingsOut() {
        var lines = IntStream.rangeClosed(1, 7)
                .mapToObj(number -> Example.line("商品" + number, 1, "1"))
                .toArray(PickupLine[]::new);
        var labels = Label.perHousehold(PickupSheet.of(List.of(order("5", "602", "梁**", lines))));

        assertThat(labels).extracting(Label::part).containsExactly(new Place(1, 2), new Place(2, 2));
        assertThat(labels).extracting(Label::overall).containsOnly(new Place(1, 1));
        assertThat(labels).flatExtracting(Label::items).hasSize(7);
    }
}
