package tuanju.weighing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.Invariants;
import support.ModuleTest;
import support.Neighbourhoods;
import support.Till;
import tuanju.cycle.CycleRound;
import tuanju.cycle.LeaderDiscount;
import tuanju.cycle.OrderCycles;
import tuanju.money.Money;
import tuanju.order.OrderId;
import tuanju.order.book.OrderBook;

@ModuleTest
@DisplayName("What weighed goods cost less goes back as it was paid: with its part of the discount")
class WeighedDiscountTest {

    @Autowired
    CycleRound round;

    @Autowired
    OrderCycles cycles;

    @Autowired
    OrderBook book;

    @Autowired
    Weighing weighing;

    @Autowired
    WeighingSettling settling;

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    Till till;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("I-W1 three pears paid with ¥62.89 instead of ¥66 and ¥6 lighter give ¥5.71 back")
    void goesBackInProportion() {
        var home = neighbourhoods.found(1);
        var open = round.openGiving(
                home,
                new LeaderDiscount(Money.ofYuan("100"), Money.ofYuan("5")),
                CycleRound.pearsByWeight(),
                CycleRound.eggs(20_00));
        var order = round.paid(home, open, 0, 3, 2);
        round.letTheCutOffCome(open);
        round.decide(open);
        var cycle = cycles.byCode(open.code());
        var key = new WeighedRows.Key(
                till.idOf(order), cycles.products(cycle).getFirst().id());

        weighing.weigh(home.leader(), cycle, key, 1500, false);
        assertThat(weighing.line(cycle, key).back()).isEqualTo(Money.ofYuan("5.71"));
        weighing.settle(home.leader(), cycle);
        settling.settle(home.id(), cycle.id(), new OrderId(till.idOf(order)));

        assertThat(till.refundedFen(order)).isEqualTo(5_71);
        assertThat(book.detail(home.member(0), order).net()).isEqualTo(Money.ofYuan("95.29"));
        Invariants.check(jdbc);
    }
}
