package tuanju.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Statements;
import support.Till;
import tuanju.address.Door;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.ordering.CycleOrdering;
import tuanju.cycle.planning.CycleOpening;

@ModuleTest
@DisplayName("A board asks the database as often for thirty orders as for one")
class FewQueriesTest {

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
    Boards boards;

    @Autowired
    Statements statements;

    private Neighbourhood home;
    private CycleCard cycle;

    @Test
    void howeverManyNeighboursOrdered() {
        home = neighbourhoods.found(30);
        cycle = open();
        order(0);
        var few = statements.ofThisThread(() -> boards.of(cycle));
        for (int member = 1; member < 30; member++) {
            order(member);
        }

        var many = statements.ofThisThread(() -> boards.of(cycle));

        assertThat(many).isEqualTo(few).hasSizeLessThan(12);
        assertThat(boards.of(cycle).bags()).isEqualTo(30);
    }

    private CycleCard open() {
        return opening.open(home.leader(), home.id(), CycleRound.eggs(home));
    }

    private void order(int member) {
        var product = cycles.products(cycle).getFirst().id();
        var wish = new CycleOrdering.Wish(Map.of(product, 1), Door.of("86", "50" + member), "");
        till.pay(
                home,
                home.member(member),
                ordering.order(home.member(member), cycle.code(), wish).code());
    }
}
