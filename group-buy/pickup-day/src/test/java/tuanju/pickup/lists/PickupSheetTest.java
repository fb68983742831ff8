package tuanju.pickup.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static tuanju.pickup.printing.Example.grapefruit;
import static tuanju.pickup.printing.Example.lychee;
import static tuanju.pickup.printing.Example.melon;
import static tuanju.pickup.printing.Example.order;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tuanju.address.Building;
import tuanju.address.Door;
import tuanju.pickup.Arrangement;
import tuanju.pickup.Household;
import tuanju.pickup.PickupLine;
import tuanju.pickup.PickupOrder;
import tuanju.pickup.PickupSheet;
import tuanju.pickup.SortedList.Heading;

class PickupSheetTest {

    @Test
    void walksFromTheUnknownBuildingThroughTheNumbersToTheRoomsNobodyWroteDown() {
        var sheet = PickupSheet.of(List.of(
                order("101", "602", "张**", melon(1)),
                order("27", "别墅", "王**", melon(1)),
                order("27", "", "李**", melon(1)),
                order("3", "1701", "赵**", melon(1)),
                order("3", "601", "钱**", melon(1)),
                order("", "502", "孙**", melon(1)),
                order("27", "1002", "周**", melon(1))));

        assertThat(sheet.households())
                .extracting(Household::door)
                .containsExactly("502", "3-601", "3-1701", "27-1002", "27-别墅", "27", "101-602");
    }

    @Test
    void putsOrdersOfOneRoomIntoOneBagWhoeverOrdered() {
        var sheet = PickupSheet.of(
                List.of(order("66号", "501室", "王**", melon(1)), order("66", "501", "韦**", grapefruit(2))));

        assertThat(sheet.households()).singleElement().satisfies(household -> {
            assertThat(household.people()).isEqualTo("王**、韦**");
            assertThat(household.sum().pieces()).isEqualTo(3);
            assertThat(household.pickupCodes()).hasSize(2);
        });
    }

    /** W-20. */
    @Test
    void roomsOfOneNumberInTwoUnitsAreTwoBags() {
        var sheet = PickupSheet.of(List.of(
                order(new Door("", "3", "1", "502"), "张**", melon(1)),
                order(new Door("", "3", "2", "502"), "李**", melon(1)),
                order(new Door("", "3号楼", "1单元", "502室"), "王**", melon(2)),
                order(new Door("", "3", "2", "502"), "赵**", melon(1))));

        assertThat(sheet.households())
                .extracting(Household::door, Household::people, bag -> bag.sum().pieces())
                .containsExactly(tuple("3-1-502", "张**、王**", 3L), tuple("3-2-502", "李**、赵**", 2L));
    }

    /** W-20: such a door could be either of two families, so their orders are not laid together. */
    @Test
    void aDoorWithoutItsUnitIsNoBagOfTwoPeopleWhereTheBuildingHasUnits() {
        var sheet = PickupSheet.of(List.of(
                order(new Door("", "3", "1", "502"), "张**", melon(1)),
                order("3", "502", "李**", melon(1)),
                order("3", "502", "王**", melon(1)),
                order("5", "502", "赵**", melon(1)),
                order("5", "502", "孙**", melon(1))));

        assertThat(sheet.households())
                .extracting(Household::door, Household::people)
                .containsExactly(
                        tuple("3-1-502", "张**"),
                        tuple("3-502", "李**"),
                        tuple("3-502", "王**"),
                        tuple("5-502", "赵**、孙**"));
    }

    /** W-20. */
    @Test
    void tenThousandDoorsAreTenThousandBags() {
        var orders = IntStream.range(0, 10_000)
                .mapToObj(at ->
                        order(new Door("", "" + at / 1000, "" + at / 100 % 10, "" + (101 + at % 100)), "张**", melon(1)))
                .toList();

        var sheet = PickupSheet.of(orders);

        assertThat(sheet.households()).hasSize(10_000);
        assertThat(sheet.sum().pieces()).isEqualTo(10_000);
    }

    @Test
    void neverMixesTwoPeopleWhereNoRoomIsKnown() {
        var sheet = PickupSheet.of(List.of(order("66", "", "王**", melon(1)), order("66", "", "韦**", grapefruit(1))));

        assertThat(sheet.households()).hasSize(2);
    }

    @Test
    void namesTheLaneOnlyWhereThereAreSeveral() {
        var one = PickupSheet.of(List.of(
                order(new Door("500", "3", "", "601"), "王**", melon(1)),
                order(new Door("", "3", "", "602"), "李**", melon(1))));
        var two = PickupSheet.of(List.of(
                order(new Door("500弄", "3", "", "601"), "王**", melon(1)),
                order(new Door("600弄", "3", "", "601"), "李**", melon(1))));

        assertThat(one.byBuilding().keySet()).extracting(Building::label).containsExactly("3");
        assertThat(two.byBuilding().keySet()).extracting(Building::label).containsExactly("500弄 3", "600弄 3");
    }

    @Test
    void sharesOutAProductBuildingByBuilding() {
        var list = PickupSheet.of(List.of(
                        order("58", "902", "梁**", grapefruit(1), lychee(1)), order("3", "601", "谢**", grapefruit(2))))
                .arranged(Arrangement.BY_PRODUCT);

        var grapefruits = list.sections().getLast();
        assertThat(grapefruits.heading()).isEqualTo(new Heading.OfProduct("西柚(十个一份)"));
        assertThat(grapefruits.sum().pieces()).isEqualTo(3);
        assertThat(grapefruits.groups())
                .extracting(group -> group.sum().pieces())
                .containsExactly(2L, 1L);
    }

    @Test
    void sortsWhatGoesToOnePointBeforeWhatGoesToTheNext() {
        var sheet = PickupSheet.of(List.of(
                at("水果店", order("3", "601", "谢**", grapefruit(2))),
                at("1号门", order("3", "602", "邬**", grapefruit(1), melon(1))),
                at("水果店", order("5", "101", "梁**", melon(1)))));

        assertThat(sections(sheet, Arrangement.BY_BUILDING)).containsExactly("1号门 3", "水果店 3", "水果店 5");
        assertThat(sections(sheet, Arrangement.BY_PRODUCT))
                .containsExactly("1号门 冰淇淋黄心西瓜(一箱四个约14斤)", "1号门 西柚(十个一份)", "水果店 冰淇淋黄心西瓜(一箱四个约14斤)", "水果店 西柚(十个一份)");
        assertThat(sheet.arranged(Arrangement.BY_ROOM).sections())
                .allMatch(section -> section.point().isEmpty());
        for (var arrangement : Arrangement.values()) {
            assertThat(sheet.arranged(arrangement).sum()).isEqualTo(sheet.sum());
        }
    }

    private static List<String> sections(PickupSheet sheet, Arrangement arrangement) {
        return ListView.of(sheet.arranged(arrangement), "A1B2C3").sections().stream()
                .map(section -> section.point() + " " + section.title())
                .toList();
    }

    private static PickupOrder at(String point, PickupOrder order) {
        return new PickupOrder(
                order.id(),
                order.code(),
                order.pickupCode(),
                order.door(),
                order.name(),
                order.maskedPhone(),
                order.person(),
                order.note(),
                order.collectedAt(),
                new PickupOrder.Point(new java.util.UUID(7, point.hashCode()), point),
                order.slot(),
                order.dues(),
                order.lines());
    }

    @Test
    void loadsATrolleyForEachBuilding() {
        var list = PickupSheet.of(
                        List.of(order("3", "1701", "邬**", grapefruit(1), melon(1)), order("3", "601", "谢**", melon(2))))
                .arranged(Arrangement.BY_BUILDING);

        var building = list.sections().getFirst();
        assertThat(building.households()).isEqualTo(2);
        assertThat(building.groups().getFirst().heading()).isEqualTo(new Heading.OfProduct("冰淇淋黄心西瓜(一箱四个约14斤)"));
        assertThat(building.groups().getFirst().entries())
                .extracting(entry -> entry.household().at().room())
                .containsExactly("601", "1701");
    }

    @Test
    void saysTheSpecOnceWhereTheProductNameHoldsIt() {
        var repeated = new PickupLine("西柚(十个一份)", "十个一份", 1, tuanju.money.Money.ofFen(3600));
        var apart = new PickupLine("雪蜜王", "一箱七斤", 1, tuanju.money.Money.ofFen(9000));

        assertThat(repeated.title()).isEqualTo("西柚(十个一份)");
        assertThat(apart.title()).isEqualTo("雪蜜王 · 一箱七斤");
    }
}
