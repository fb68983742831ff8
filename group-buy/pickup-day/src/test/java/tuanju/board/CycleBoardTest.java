package tuanju.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleNotes;
import tuanju.cycle.CycleRound;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.ordering.CycleOrdering;
import tuanju.cycle.planning.CycleOpening;
import tuanju.money.Money;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.order.aftersale.AdjustmentKind;
import tuanju.order.aftersale.Allowance;
import tuanju.order.aftersale.Allowances;
import tuanju.order.fulfilment.Handover;

@ModuleTest
@DisplayName("A cycle's board")
class CycleBoardTest {

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
    Allowances allowances;

    @Autowired
    Boards boards;

    @Autowired
    List<CycleNotes> notes;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Neighbourhood home;
    private CycleCard cycle;
    private Code paid;

    @BeforeEach
    void threeNeighboursOrderAndTwoPay() {
        home = neighbourhoods.found(3);
        cycle = opening.open(home.leader(), home.id(), CycleRound.eggs(home));
        paid = order(0, 2, "86");
        till.pay(home, home.member(0), paid);
        till.pay(home, home.member(1), order(1, 1, "3"));
        order(2, 1, "86");
    }

    @Test
    void saysWhoOrderedAndWhoPaidAndThatItAddsUp() {
        var board = boards.of(cycle);

        assertThat(stage(board, Step.ORDERED).pieces()).isEqualTo(4);
        assertThat(stage(board, Step.PAID).pieces()).isEqualTo(3);
        assertThat(stage(board, Step.PAID).percent()).isEqualTo(75);
        assertThat(stage(board, Step.ARRIVED).pieces()).isZero();
        assertThat(board.money().addsUp()).isTrue();
        assertThat(board.money().expected()).isEqualTo(Money.ofYuan("119.60"));
        assertThat(board.money().unpaid()).isEqualTo(Money.ofYuan("29.90"));
        assertThat(board.money().kept().amount()).isEqualTo(Money.ofYuan("89.70"));
        assertThat(board.isPickupDay()).isFalse();
    }

    @Test
    void showsTheHandOverByBuildingAndWhoDidNotCome() {
        arrived();
        handover.collect(home.id(), idOf(paid), home.leader());
        jdbc.sql("update orders set pickup_from = now() - interval '2 days', pickup_until = now() - interval '1 day'"
                        + " where source_id = ?")
                .param(cycle.id())
                .update();

        var board = boards.of(cycles.byCode(cycle.code()));

        assertThat(stage(board, Step.ARRIVED).pieces()).isEqualTo(3);
        assertThat(stage(board, Step.HANDED_OVER).pieces()).isEqualTo(2);
        assertThat(stage(board, Step.NOT_COLLECTED).orders()).isEqualTo(1);
        assertThat(board.buildings())
                .extracting(it -> it.building() + ":" + it.done() + "/" + it.bags())
                .containsExactly("3:0/1", "86:1/1");
    }

    @Test
    void whatWasHandedOverHasArrivedWhetherSaidOrNot() {
        handover.collect(home.id(), idOf(paid), home.leader());

        var board = boards.of(cycle);

        assertThat(stage(board, Step.HANDED_OVER).pieces()).isEqualTo(2);
        assertThat(stage(board, Step.ARRIVED).pieces()).isEqualTo(2);
    }

    @Test
    @DisplayName("money given back while goods stay adds up too")
    void moneyGivenBackWhileGoodsStayAddsUpToo() {
        transaction.executeWithoutResult(status -> allowances.give(
                home.id(),
                idOf(paid),
                new Allowance(AdjustmentKind.DAMAGED, "鸡蛋", "30枚", Money.ofYuan("4.20"), "damaged", "box"),
                new OrderChange(null, "damaged")));

        var money = boards.of(cycle).money();

        assertThat(money.addsUp()).isTrue();
        assertThat(money.allowed()).isEqualTo(Money.ofYuan("4.20"));
        assertThat(money.onItsWayBack().plus(money.back())).isEqualTo(Money.ofYuan("4.20"));
    }

    @Test
    @DisplayName("a planted difference is found, named by its order, and said on the cycle's page")
    void aPlantedDifferenceIsFound() {
        assertThat(said()).isEmpty();
        jdbc.sql("update capture set amount_fen = amount_fen - 100 where order_id = ?")
                .param(idOf(paid).value())
                .update();

        var money = boards.of(cycle).money();

        assertThat(money.addsUp()).isFalse();
        assertThat(money.by().fen()).isEqualTo(-100);
        assertThat(money.differences()).extracting(Reckoning.Difference::order).containsExactly(paid.value());
        assertThat(said())
                .singleElement()
                .satisfies(it -> assertThat(it.arguments()).containsExactly("−¥1.00"));
        jdbc.sql("update capture set amount_fen = amount_fen + 100 where order_id = ?")
                .param(idOf(paid).value())
                .update();
    }

    private List<CycleNotes.CycleNote> said() {
        return notes.stream().flatMap(each -> each.of(cycle).stream()).toList();
    }

    private void arrived() {
        for (var status : List.of("CLOSED", "ARRIVED")) {
            jdbc.sql("update order_cycle set status = :status where id = :cycle")
                    .param("status", status)
                    .param("cycle", cycle.id())
                    .update();
        }
    }

    private Code order(int member, int pieces, String building) {
        var product = cycles.products(cycle).getFirst().id();
        var wish = new CycleOrdering.Wish(Map.of(product, pieces), Door.of(building, "50" + member), "");
        return ordering.order(home.member(member), cycle.code(), wish).code();
    }

    private OrderId idOf(Code order) {
        return new OrderId(till.idOf(order));
    }

    private static Stage stage(CycleBoard board, Step step) {
        return board.stages().stream()
                .filter(it -> it.step() == step)
                .findFirst()
                .orElseThrow();
    }
}
