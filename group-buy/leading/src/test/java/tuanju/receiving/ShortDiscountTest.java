package tuanju.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
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
import tuanju.receiving.ShortageConfirming.Yes;

@ModuleTest
@DisplayName("Goods that came short give back what was paid for them, and the plan says so before")
class ShortDiscountTest {

    @Autowired
    CycleRound round;

    @Autowired
    OrderCycles cycles;

    @Autowired
    Receiving receiving;

    @Autowired
    Receipts receipts;

    @Autowired
    ShortagePlanning planning;

    @Autowired
    ShortageConfirming confirming;

    @Autowired
    ShortageSettling settling;

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    Till till;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("I-R2 of six eggs paid with ¥115 two come: ¥76.66 goes back, as the plan said, and of ¥40 ¥0")
    void goesBackAsThePlanSaid() {
        var home = neighbourhoods.found(2);
        var open = round.openGiving(
                home, new LeaderDiscount(Money.ofYuan("100"), Money.ofYuan("5")), CycleRound.eggs(20_00));
        var orders = List.of(round.paid(home, open, 0, 6), round.paid(home, open, 1, 2));
        round.letTheCutOffCome(open);
        round.decide(open);
        round.arriveToday(open);
        var cycle = cycles.byCode(open.code());
        var eggs = receipts.of(cycle).getFirst();
        receiving.count(home.leader(), cycle, eggs.product(), new Count(4, 0, "", null, null));

        var plan = planning.plan(cycle, SharePolicy.EQUAL_SHARE, Set.of());
        confirming.confirm(home.leader(), cycle, new Yes(plan.policy(), Set.of(), plan.token()));
        orders.forEach(it -> settling.settle(home.id(), cycle.id(), new OrderId(till.idOf(it))));

        assertThat(plan.refunds()).isEqualTo(Money.ofYuan("76.66"));
        assertThat(till.refundedFen(orders.getFirst())).isEqualTo(76_66);
        assertThat(till.refundedFen(orders.getLast())).isZero();
        Invariants.check(jdbc);
    }
}
