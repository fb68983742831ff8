package tuanju.points;

import static org.assertj.core.api.Assertions.assertThat;
import static support.Patience.await;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tuanju.community.Code;
import tuanju.order.OrderChange;
import tuanju.order.aftersale.AdjustmentKind;
import tuanju.order.aftersale.LineKeep;
import tuanju.order.fulfilment.Handover;

@DisplayName("Points are got for what is kept of orders")
class PointsEarnTest extends PointsExample {

    @Autowired
    private Handover handover;

    private Code bought(int pieces) {
        return round.paid(home, eggs(), 0, pieces);
    }

    private void handOver(Code order) {
        jdbc.sql("update orders set status = 'CONFIRMED' where id = ?")
                .param(till.idOf(order))
                .update();
        handover.collect(home.id(), id(order), home.leader());
    }

    @Test
    @DisplayName("I-B5 one for each whole yuan that is kept, from 7 days after hand-over")
    void oneForEachYuan() {
        handOver(bought(2));

        await().untilAsserted(() -> assertThat(now().pending()).isEqualTo(40));
        assertThat(now().balance()).isZero();
        assertThat(promised()).isEqualTo(40);
    }

    @Test
    @DisplayName("C-06 a short line earns nothing, and before hand-over nobody has any")
    void ofWhatIsKept() {
        var order = bought(3);
        keep(order, 1);
        handOver(order);

        await().untilAsserted(() -> assertThat(now().pending()).isEqualTo(20));
    }

    @Test
    @DisplayName("A-42 earn, refund, repeat never grows points")
    void neverGrow() {
        var order = bought(2);
        for (int times = 0; times < 3; times++) {
            handOver(order);
            await().untilAsserted(() -> assertThat(now().pending()).isEqualTo(40));
            handover.undoCollect(home.id(), id(order), home.leader());
            await().untilAsserted(() -> assertThat(now().pending()).isZero());
        }
        callOff(order);
        await().untilAsserted(() -> assertThat(promised()).isZero());
        assertThat(now().debt()).isZero();
    }

    @Test
    @DisplayName("I-L16 I-B2 what was used before the order went back is a debt, and the next ones work it off")
    void aDebtIsWorkedOff() {
        var order = bought(2);
        handOver(order);
        await().untilAsserted(() -> assertThat(now().pending()).isEqualTo(40));
        transaction.executeWithoutResult(
                status -> keeping.takeBack(mine(), id(order).value(), 30));
        handover.undoCollect(home.id(), id(order), home.leader());

        await().untilAsserted(() -> assertThat(now().debt()).isEqualTo(30));
        assertThat(now().balance()).isZero();
        give(50);
        assertThat(now().debt()).isZero();
        assertThat(now().balance()).isEqualTo(20);
    }

    @Test
    void nothingWhereNobodySaidSoAndNothingLater() {
        desk.say(home.leader(), home.card(), new Terms(0, 2, true));
        var order = bought(2);
        handOver(order);
        var second = bought(1);
        handOver(second);
        // who hears of it late goes by the terms of then
        await().until(() -> jdbc.sql("select count(*) from outbox_outstanding where listener_id like '%points%'")
                        .query(Integer.class)
                        .single()
                == 0);
        desk.say(home.leader(), home.card(), new Terms(1, 2, true));
        handover.undoCollect(home.id(), id(second), home.leader());
        handOver(second);

        await().untilAsserted(() -> assertThat(now().pending()).isEqualTo(20));
    }

    private void keep(Code order, int pieces) {
        transaction.executeWithoutResult(status -> calledOff.some(
                home.id(),
                id(order),
                List.of(new LineKeep(AdjustmentKind.SHORT, "散养鸡蛋", "30枚", pieces, "product-short")),
                new OrderChange(null, "product-short"),
                "keep-" + pieces));
    }
}
