package tuanju.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import tuanju.community.Code;
import tuanju.order.OrderLineCard;
import tuanju.order.aftersale.LineChange;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderDetail;

@ModuleTest
@DisplayName("W-71 goods keep their identity after ordering")
class LineIdentityTest {

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    CycleRound round;

    @Autowired
    OrderCycles cycles;

    @Autowired
    OrderBook book;

    private Neighbourhood home;
    private CycleCard cycle;

    /** The same eggs twice, told apart by nothing but what a cycle asks for them. */
    @BeforeEach
    void open() {
        home = neighbourhoods.found(2);
        cycle = round.open(home, null, CycleRound.eggs(29_90), CycleRound.cased(12_00, 1));
    }

    @Test
    @DisplayName("a line says which product of its cycle it was ordered from, and no two lines are one")
    void aLineSaysWhatItWasOrderedFrom() {
        var mine = detail(0, round.paid(home, cycle, 0, 2, 1));
        var neighbours = detail(1, round.paid(home, cycle, 1, 2, 1));

        assertThat(mine.lines())
                .extracting(OrderLineCard::item)
                .containsExactlyElementsOf(
                        cycles.products(cycle).stream().map(CycleProduct::id).toList());
        assertThat(mine.lines())
                .extracting(OrderLineCard::id)
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(
                        neighbours.lines().stream().map(OrderLineCard::id).toList());
    }

    @Test
    @DisplayName("what became fewer, or nothing, is said of the line that was ordered")
    void whatBecameFewerIsSaidOfTheLine() {
        var order = round.paid(home, cycle, 0, 3, 2);
        var before = detail(0, order).lines();

        round.keep(home, cycle, 0, order, 1, 0);

        var after = detail(0, order);
        assertThat(after.lines())
                .extracting(OrderLineCard::id)
                .containsExactly(before.getFirst().id());
        assertThat(after.changes())
                .extracting(LineChange::line)
                .containsExactlyElementsOf(
                        before.stream().map(OrderLineCard::id).toList());
    }

    private OrderDetail detail(int member, Code order) {
        return book.detail(home.member(member), order);
    }
}
