package tuanju.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static support.Patience.await;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.money.Money;
import tuanju.order.OrderId;
import tuanju.order.fulfilment.Handover;
import tuanju.points.PointsDesk;

@DisplayName("An order gives more points where its buyer had a plan when they placed it")
class MorePointsTest extends PlanExample {

    @Autowired
    PointsDesk desk;

    @Autowired
    Handover handover;

    @Test
    @DisplayName(
            "I-B5 twice as many while it ran, as usual before and after, and what that was worth stands in what it saved")
    void twiceAsMany() {
        desk.switchOn(home.leader(), home.id());
        var cycle = round.open(home, null, CycleRound.eggs(20_00));
        var before = placed(cycle);
        var runs = taken(plans.make(
                new Plans.Maker(home.member(2), true),
                home.id(),
                new PlanDraft(null, "积分卡", 30_00L, 30, null, 200, null, null, null)));
        var during = placed(cycle);
        ending.cancel(me, runs.code());
        var after = placed(cycle);
        round.letTheCutOffCome(cycle);
        round.decide(cycle);
        round.settleAll(cycle);
        round.arriveToday(cycle);

        assertThat(earned(before)).isEqualTo(20);
        assertThat(earned(during)).isEqualTo(40);
        assertThat(earned(after)).isEqualTo(20);

        var saved = savings.of(again(runs));
        assertThat(saved.points()).isEqualTo(20);
        assertThat(saved.all()).isEqualTo(Money.ofFen(20));
        assertThat(saved.paid()).isEqualTo(Money.ofYuan("1"));
        assertThat(Duration.between(runs.term().starts(), again(runs).term().until()))
                .isLessThan(Duration.ofMinutes(5));
    }

    private Code placed(CycleCard cycle) {
        var order = round.placed(home, cycle, 0, 1);
        till.pay(home, me, order);
        return order;
    }

    /** Handed over, and heard. */
    private int earned(Code order) {
        var id = till.idOf(order);
        handover.collect(home.id(), new OrderId(id), home.leader());
        return await().until(
                        () -> jdbc.sql("select earned from points_earning where order_id = ?")
                                .param(id)
                                .query(Integer.class)
                                .optional()
                                .orElse(0),
                        it -> it > 0);
    }
}
