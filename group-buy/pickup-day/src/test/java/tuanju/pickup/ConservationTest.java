package tuanju.pickup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tuanju.address.Door;
import tuanju.money.Money;
import tuanju.pickup.SortedList.Group;
import tuanju.pickup.SortedList.Section;
import tuanju.pickup.printing.Example;
import tuanju.pickup.printing.Label;

/** Whatever neighbours order and however they write their doors, no list loses or invents a piece. */
class ConservationTest {

    @Property(tries = 300)
    void everyArrangementKeepsLinesPiecesAndAmount(
            @ForAll("orders") List<PickupOrder> orders, @ForAll Arrangement arrangement) {
        var expected = CheckSum.total(orders.stream().map(PickupOrder::sum));
        var sheet = PickupSheet.of(orders);
        var list = sheet.arranged(arrangement);

        assertThat(list.sum()).isEqualTo(sheet.sum()).isEqualTo(expected);
        assertThat(totals(sheet, orders).proven(list)).isSameAs(list);
    }

    @Property(tries = 300)
    void everyPieceGetsOneLabelAndEveryHouseholdItsItems(@ForAll("orders") List<PickupOrder> orders) {
        var sheet = PickupSheet.of(orders);

        assertThat(Label.perPiece(sheet)).hasSize((int) sheet.sum().pieces());
        assertThat(CheckSum.total(Label.perHousehold(sheet).stream().map(label -> CheckSum.of(label.items()))))
                .isEqualTo(sheet.sum());
    }

    @Property(tries = 200)
    void aListThatLostALineIsNotShown(@ForAll("orders") List<PickupOrder> orders, @ForAll Arrangement arrangement) {
        Assume.that(!orders.isEmpty());
        var sheet = PickupSheet.of(orders);
        var planted = withoutOneLine(sheet.arranged(arrangement));

        assertThatThrownBy(() -> totals(sheet, orders).proven(planted)).isInstanceOf(ListDoesNotReconcile.class);
    }

    @Property(tries = 200)
    void aLineUnderTheWrongBuildingIsNoticedThoughTheTotalIsRight(@ForAll("orders") List<PickupOrder> orders) {
        Assume.that(!orders.isEmpty());
        var sheet = PickupSheet.of(orders);
        var moved = new ArrayList<>(orders);
        moved.set(0, elsewhere(moved.getFirst()));

        assertThatThrownBy(() -> totals(sheet, moved).proven(sheet.arranged(Arrangement.BY_ROOM)))
                .isInstanceOf(ListDoesNotReconcile.class);
    }

    @Provide
    Arbitrary<List<PickupOrder>> orders() {
        var buildings = Arbitraries.of("", "3", "27", "27号", "101", "５８", "A座");
        var units = Arbitraries.of("", "", "1", "2单元");
        var rooms = Arbitraries.of("", "601", "602室", "1701", "别墅");
        var lanes = Arbitraries.of("", "500", "500弄");
        var lines = Combinators.combine(
                        Arbitraries.of("西柚", "荔枝", "雪蜜王"),
                        Arbitraries.of("", "一箱七斤"),
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.longs().between(0, 1_000_000))
                .as((product, spec, quantity, fen) -> new PickupLine(product, spec, quantity, Money.ofFen(fen)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(7);
        return Combinators.combine(lanes, buildings, units, rooms, Arbitraries.of("王**", "李**"), lines)
                .as((lane, building, unit, room, name, bought) ->
                        Example.order(new Door(lane, building, unit, room), name, bought.toArray(PickupLine[]::new)))
                .list()
                .ofMaxSize(30);
    }

    private static BuildingTotals totals(PickupSheet sheet, List<PickupOrder> orders) {
        return new BuildingTotals(orders.stream()
                .collect(Collectors.toMap(
                        order ->
                                sheet.building(order.door().lane(), order.door().building()),
                        PickupOrder::sum,
                        CheckSum::plus)));
    }

    private static PickupOrder elsewhere(PickupOrder order) {
        return Example.order(
                "9999", order.door().room(), order.name(), order.lines().toArray(PickupLine[]::new));
    }

    private static SortedList withoutOneLine(SortedList list) {
        var section = list.sections().getFirst();
        var group = section.groups().getFirst();
        var entries = group.entries().subList(1, group.entries().size());
        var groups = new ArrayList<>(section.groups());
        groups.set(0, new Group(group.heading(), entries));
        var sections = new ArrayList<>(list.sections());
        sections.set(0, new Section(section.point(), section.heading(), groups));
        return new SortedList(list.arrangement(), sections);
    }
}
