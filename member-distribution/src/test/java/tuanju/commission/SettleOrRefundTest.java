package tuanju.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import support.Together;
import tuanju.community.Code;
import tuanju.cycle.CycleRound;
import tuanju.ledger.Account;
import tuanju.money.Money;

@DisplayName("R-14 A commission is settled while its order goes back")
class SettleOrRefundTest extends CommissionExample {

    private static final int ORDERS = 6;

    @Tag("storm")
    @Test
    @DisplayName(
            "I-Y2 I-Y3 whoever is first, what is theirs in the end is 8 % of what was kept, and never paid and kept")
    void whoeverIsFirst() {
        var cycle = round.open(home, null, CycleRound.eggs(20_00));
        var orders = new ArrayList<Code>();
        for (int at = 0; at < ORDERS; at++) {
            orders.add(paid(cycle, 1 + at % 3, link(cycle), 2));
        }
        round.letTheCutOffCome(cycle);
        round.decide(cycle);
        round.settleAll(cycle);
        heard();
        round.arriveToday(cycle);
        for (var order : orders) {
            handover.collect(home.id(), id(order), home.leader());
            jdbc.sql(
                            "update orders set status = 'COMPLETED', changed_by = null, change_cause = 'completed' where code = ?")
                    .param(order.value())
                    .update();
        }

        var acts = new ArrayList<Runnable>(List.of(() -> jobs.run("earning-settle-completed")));
        orders.forEach(it -> acts.add(() -> givenBack(it, "散养鸡蛋", "30枚", Money.ofFen(16_00), "forty")));
        var outcomes =
                Together.run(acts.stream().map(it -> Together.act(it::run)).toList());
        jobs.run("earning-settle-completed");

        assertThat(outcomes).allMatch(Together.Outcome::succeeded);
        assertThat(commissions()).hasSize(ORDERS).containsOnly(1_92L);
        assertThat(balance(Account.Kind.COMMISSION) + balance(Account.Kind.COMMISSION_DEBT))
                .isEqualTo(ORDERS * 1_92L);
    }
}
