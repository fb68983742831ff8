package tuanju.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Till;
import tuanju.address.Door;
import tuanju.board.Stage.Step;
import tuanju.board.Whereabouts.Place;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.ordering.CycleOrdering;
import tuanju.cycle.planning.CycleOpening;
import tuanju.order.OrderId;
import tuanju.order.fulfilment.HandedPieces;
import tuanju.order.fulfilment.Handover;
import tuanju.order.fulfilment.PartialHandover;

@ModuleTest
@DisplayName("Where the paid orders of a cycle are")
class WhereaboutsTest {

    private static final int PEOPLE = 7;
    private static final int PIECES = 3;

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    CycleOpening opening;

    @Autowired
    CycleOrdering ordering;

    @Autowired
    OrderCycles cycles;

    @Autowired
    Till till;

    @Autowired
    Handover handover;

    @Autowired
    PartialHandover partly;

    @Autowired
    Boards boards;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Neighbourhood home;
    private CycleCard cycle;
    private List<UUID> orders;

    @BeforeEach
    void everybodyOrdersThreeAndAllButOnePay() {
        home = neighbourhoods.found(PEOPLE + 1);
        cycle = opening.open(home.leader(), home.id(), CycleRound.eggs(home));
        orders = new ArrayList<>();
        for (int i = 0; i <= PEOPLE; i++) {
            var wish = new CycleOrdering.Wish(
                    Map.of(cycles.products(cycle).getFirst().id(), PIECES), Door.of("86", "50" + i), "");
            var order = ordering.order(home.member(i), cycle.code(), wish).code();
            orders.add(till.idOf(order));
            if (i < PEOPLE) {
                till.pay(home, home.member(i), order);
            }
        }
    }

    @Test
    void areOnTheirWayUntilTheGoodsAreHereAndWaitThen() {
        assertThat(placed()).containsExactlyEntriesOf(Map.of(Place.ON_ITS_WAY, PEOPLE));

        arrived();

        assertThat(placed()).containsExactlyEntriesOf(Map.of(Place.WAITING, PEOPLE));
    }

    @Test
    @DisplayName("Each is in exactly one place, and the places add up to all that was paid")
    void eachIsInExactlyOnePlace() {
        arrived();
        handover.collect(home.id(), new OrderId(orders.get(0)), home.leader());
        fetched(1, 2);
        fetched(5, 1);
        missed();
        steps(2, "REMINDED");
        steps(3, "REMINDED", "GIVEN_AWAY");
        steps(4, "RETURNED");
        steps(5, "REMINDED", "RETURNED");

        assertThat(placed())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Place.HANDED_OVER, 1,
                        Place.PARTLY, 1,
                        Place.REMINDED, 1,
                        Place.GIVEN_AWAY, 1,
                        Place.RETURNED, 2,
                        Place.LATE, 1));
        var board = board();
        assertThat(board.placedOrders())
                .isEqualTo(stage(board, Step.PAID).orders())
                .isEqualTo(PEOPLE);
        assertThat(board.placedPieces()).isEqualTo(stage(board, Step.PAID).pieces());
        assertThat(stage(board, Step.HANDED_OVER).pieces()).isEqualTo(PIECES + 2 + 1);
        assertThat(stage(board, Step.NOT_COLLECTED).pieces()).isEqualTo(5 * PIECES - 1);
    }

    @Test
    void aDecisionTakenBackWaitsAgain() {
        arrived();
        missed();
        steps(0, "RETURNED", "REOPENED");
        steps(1, "REMINDED", "GIVEN_AWAY", "REOPENED");

        assertThat(placed()).containsExactlyInAnyOrderEntriesOf(Map.of(Place.LATE, PEOPLE - 1, Place.REMINDED, 1));
    }

    private Map<Place, Integer> placed() {
        var filled = new java.util.EnumMap<Place, Integer>(Place.class);
        board().filledPlaces().forEach(it -> filled.put(it.place(), it.orders()));
        return filled;
    }

    private CycleBoard board() {
        return boards.of(cycles.byCode(cycle.code()));
    }

    /** As the desk does it: the order's lines and the desk's own note. */
    private void fetched(int order, int pieces) {
        transaction.executeWithoutResult(status ->
                partly.give(home.id(), new OrderId(orders.get(order)), List.of(new HandedPieces("鸡蛋", "30枚", pieces))));
        jdbc.sql("""
                        insert into handover_part (community_id, id, order_id, product_name, spec, pieces, handed_by)
                        values (?, gen_random_uuid(), ?, '鸡蛋', '30枚', ?, ?)
                        """)
                .params(
                        home.id().value(),
                        orders.get(order),
                        pieces,
                        home.leader().value())
                .update();
    }

    private void steps(int order, String... steps) {
        for (int i = 0; i < steps.length; i++) {
            jdbc.sql("insert into bag_step (community_id, order_id, nr, step, by_member) values (?, ?, ?, ?, ?)")
                    .params(home.id().value(), orders.get(order), i + 1, steps[i])
                    .param(home.leader().value())
                    .update();
        }
    }

    private void missed() {
        jdbc.sql("update orders set pickup_from = now() - interval '2 days', pickup_until = now() - interval '1 day'"
                        + " where source_id = ?")
                .param(cycle.id())
                .update();
    }

    private void arrived() {
        for (var status : List.of("CLOSED", "ARRIVED")) {
            jdbc.sql("update order_cycle set status = ? where id = ?")
                    .params(status, cycle.id())
                    .update();
        }
    }

    private static Stage stage(CycleBoard board, Step step) {
        return board.stages().stream()
                .filter(it -> it.step() == step)
                .findFirst()
                .orElseThrow();
    }
}
