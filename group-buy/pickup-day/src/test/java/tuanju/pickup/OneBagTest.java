package tuanju.pickup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.ModuleTest;
import support.Statements;
import tuanju.community.CommunityId;
import tuanju.pickup.PickupNeighbourhood.Cycle;
import tuanju.pickup.PickupNeighbourhood.Led;
import tuanju.pickup.PickupNeighbourhood.Wish;

@ModuleTest
@DisplayName("A bag found by itself is the bag of the list, whatever the neighbours' doors look like")
class OneBagTest {

    private static final List<Wish> NEIGHBOURS = List.of(
            new Wish("86", "701", "郭女士", 2),
            new Wish("86", "701", "王先生", 1),
            new Wish("86号", "701室", "郭女士", 1),
            new Wish("86", "", "李想", 1),
            new Wish("86", "", "李响", 1),
            new Wish("", "", "李想", 3),
            new Wish("27", "502", "赵一", 1),
            new Wish("27", "502", "钱二", 1),
            new Wish("27", "502", "孙三", 2));

    @Autowired
    PickupNeighbourhood neighbourhood;

    @Autowired
    PickupSheets sheets;

    @Autowired
    Statements statements;

    @Autowired
    JdbcClient jdbc;

    private Led led;
    private Cycle cycle;
    private CommunityId community;

    @BeforeEach
    void neighboursOrdered() {
        led = neighbourhood.found();
        cycle = neighbourhood.cycle(led);
        community = led.community().id();
        neighbourhood.order(cycle, NEIGHBOURS.toArray(Wish[]::new));
    }

    @Test
    void withoutUnitsAndLanes() {
        assertEachIsTheBagOfTheList();
    }

    @Test
    @DisplayName("where a building has units, whoever did not say theirs has a bag apart")
    void withUnits() {
        set("address_unit = '1'", "孙三");

        assertThat(bags(sheets.ofCycle(community, cycle.id())))
                .anyMatch(it -> it.people().equals("赵**"));
        assertEachIsTheBagOfTheList();
    }

    @Test
    @DisplayName("where neighbours live in several lanes, a bag says which")
    void withLanes() {
        set("address_lane = '502'", "钱二");

        assertThat(bags(sheets.ofCycle(community, cycle.id())))
                .anyMatch(it -> it.building().label().equals("502弄 27"));
        assertEachIsTheBagOfTheList();
    }

    @Test
    void ofTheOthersNeitherGoodsNorMoneyAreRead() {
        var bag = bags(sheets.ofCycle(community, cycle.id())).getFirst();

        var sent = statements.ofThisThread(() -> sheets.householdOf(community, cycle.id(), bag.key()));

        assertThat(sent).hasSize(2);
        assertThat(sent.getFirst()).doesNotContain("order_line");
    }

    private void assertEachIsTheBagOfTheList() {
        assertEach(sheets.ofCycle(community, cycle.id()), code -> sheets.householdOf(community, cycle.id(), code));
        assertEach(
                sheets.atPointsOf(community, led.leader()),
                code -> sheets.householdAtPointsOf(community, led.leader(), code));
        assertThat(sheets.householdOf(community, cycle.id(), "NOSUCHCODE")).isEmpty();
    }

    private static void assertEach(PickupSheet sheet, Function<String, Optional<Household>> byItself) {
        var codes = new ArrayList<String>();
        for (var bag : sheet.households()) {
            for (var code : bag.orderCodes()) {
                codes.add(code);
                assertThat(byItself.apply(code)).contains(bag);
            }
        }
        assertThat(codes).hasSameSizeAs(NEIGHBOURS);
    }

    private static List<Household> bags(PickupSheet sheet) {
        return sheet.households();
    }

    private void set(String door, String recipient) {
        jdbc.sql("update orders set change_cause = 'by-hand', " + door
                        + " where community_id = :community and recipient_name = :recipient")
                .param("community", community.value())
                .param("recipient", recipient)
                .update();
    }
}
