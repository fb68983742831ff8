package tuanju.pickup.printing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tuanju.pickup.PickupOrder;
import tuanju.pickup.PickupSheet;
import tuanju.pickup.Standing;
import tuanju.pickup.Standing.Entry;
import tuanju.pickup.Standing.Line;
import tuanju.pickup.printing.ListChange.Kind;

@DisplayName("What changed since a list was printed")
class ListChangesTest {

    private static final Standing PRINTED = standing(
            entry("A", "86-701", "马**", new Line("西瓜", 1, 8000)),
            entry("B", "86-1005", "黎**", new Line("西瓜", 1, 8000), new Line("西柚", 3, 10800)),
            entry("C", "3-1701", "邬**", new Line("荔枝", 1, 5990)));

    @Test
    void nothingWhenBothSayTheSame() {
        assertThat(ListChanges.between(PRINTED, PRINTED)).isEmpty();
    }

    @Test
    void aNewBagAndOneThatNoLongerComesAreNamedWithWhatIsInThem() {
        var changes = ListChanges.between(
                PRINTED,
                standing(
                        PRINTED.orders().get(0),
                        PRINTED.orders().get(1),
                        entry("D", "9-101", "丁**", new Line("荔枝", 2, 11980))));

        assertThat(changes)
                .extracting(ListChange::kind, ListChange::door, ListChange::was, ListChange::now)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.REMOVED, "3-1701", "荔枝 ×1", ""),
                        org.assertj.core.groups.Tuple.tuple(Kind.ADDED, "9-101", "", "荔枝 ×2"));
    }

    @Test
    void piecesAreComparedProductByProduct() {
        var changes = ListChanges.between(
                PRINTED,
                standing(
                        PRINTED.orders().get(0),
                        entry("B", "86-1005", "黎**", new Line("西瓜", 1, 8000), new Line("荔枝", 1, 5990)),
                        PRINTED.orders().get(2)));

        assertThat(changes)
                .extracting(ListChange::kind, ListChange::product, ListChange::was, ListChange::now)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.QUANTITY, "荔枝", "0", "1"),
                        org.assertj.core.groups.Tuple.tuple(Kind.QUANTITY, "西柚", "3", "0"));
    }

    @Test
    void aMoveIsOneChangeAndNotTwoBags() {
        var moved = standing(
                PRINTED.orders().get(0), PRINTED.orders().get(1), entry("C", "3-1702", "邬**", new Line("荔枝", 1, 5990)));

        assertThat(ListChanges.between(PRINTED, moved)).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.DOOR);
            assertThat(change.was()).isEqualTo("3-1701");
            assertThat(change.now()).isEqualTo("3-1702");
        });
    }

    @Test
    void ordersOfOneHouseholdPutTogetherAreNoChange() {
        var apart = standing(
                entry("A", "86-701", "马**", new Line("西瓜", 1, 8000)),
                entry("B", "86-701", "马**", new Line("西柚", 1, 3600)));
        var together = standing(entry("A", "86-701", "马**", new Line("西瓜", 1, 8000), new Line("西柚", 1, 3600)));

        assertThat(ListChanges.between(apart, together)).isEmpty();
    }

    @Test
    @DisplayName("W-22 a weight that was noted anew changes the version on paper, also where the price stays")
    void aWeightOfItsOwnChangesTheVersion() {
        var weighed = standing(entry("A", "86-701", "马**", new Line("排骨", 1, 4000, 980)));
        var again = standing(entry("A", "86-701", "马**", new Line("排骨", 1, 4000, 1010)));

        assertThat(again.version()).isNotEqualTo(weighed.version());
        assertThat(ListChanges.between(weighed, again))
                .extracting(ListChange::kind, ListChange::was, ListChange::now)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.WEIGHT, "980g 40.00", "1010g 40.00"));
    }

    @Test
    void paperFromBeforeWeightsKeepsItsVersion() {
        assertThat(new Line("西瓜", 1, 8000)).hasToString("Line[product=西瓜, quantity=1, amountFen=8000]");
    }

    @Test
    void aPriceThatWasWeighedAnewIsSaid() {
        var weighed = standing(
                entry("A", "86-701", "马**", new Line("西瓜", 1, 7640)),
                PRINTED.orders().get(1),
                PRINTED.orders().get(2));

        assertThat(ListChanges.between(PRINTED, weighed)).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.AMOUNT);
            assertThat(change.was()).isEqualTo("80.00");
            assertThat(change.now()).isEqualTo("76.40");
        });
    }

    @Test
    void beingHandedOverMakesNoPaperWrong() {
        var waiting = Example.order("86", "701", "马**", Example.melon(1));
        var collected = new PickupOrder(
                waiting.id(),
                waiting.code(),
                waiting.pickupCode(),
                waiting.door(),
                waiting.name(),
                waiting.maskedPhone(),
                waiting.person(),
                waiting.note(),
                Example.PRINTED.toInstant(),
                waiting.point(),
                waiting.slot(),
                waiting.dues(),
                waiting.lines());

        assertThat(of(collected).version()).isEqualTo(of(waiting).version());
    }

    @Test
    void aPhoneTypedWhereARoomBelongsIsNotKept() {
        var typed = Example.order("86", "13812345678", "马**", Example.melon(1));

        assertThat(of(typed).orders().getFirst().door()).isEqualTo("86-138****5678");
    }

    private static Standing of(PickupOrder order) {
        return Standing.of(List.of(Example.drop("3号门", PickupSheet.of(List.of(order)))));
    }

    private static Standing standing(Entry... orders) {
        return new Standing(List.of(orders));
    }

    private static Entry entry(String order, String door, String people, Line... lines) {
        return new Entry(order, "3号门", "500", door, people, "", List.of(lines));
    }
}
