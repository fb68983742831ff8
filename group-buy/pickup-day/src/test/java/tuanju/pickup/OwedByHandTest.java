package tuanju.pickup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;
import support.ModuleTest;
import tuanju.money.Money;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.order.aftersale.AdjustmentKind;
import tuanju.order.aftersale.Allowance;
import tuanju.order.aftersale.Allowances;
import tuanju.order.aftersale.CalledOff;
import tuanju.order.aftersale.LineKeep;
import tuanju.order.aftersale.OwedByHand;
import tuanju.pickup.PickupNeighbourhood.Cycle;
import tuanju.pickup.PickupNeighbourhood.Wish;

@ModuleTest
@DisplayName("Whoever paid elsewhere is given back by hand")
class OwedByHandTest {

    @Autowired
    PickupNeighbourhood neighbourhood;

    @Autowired
    OwedByHand owed;

    @Autowired
    Allowances allowances;

    @Autowired
    CalledOff calledOff;

    @Autowired
    TransactionOperations transaction;

    private Cycle cycle;

    @BeforeEach
    void found() {
        cycle = neighbourhood.cycle(neighbourhood.found());
    }

    @Test
    @DisplayName("W-29 for whatever reason, by door; no word or key of another module decides which")
    void forWhateverReasonByDoor() {
        var both = order("3", "502", 2);
        var gone = order("12", "101", 1);
        order("86", "701", 1);
        allow(both, AdjustmentKind.WEIGHED, "any-key", "lighter");
        allow(both, AdjustmentKind.DAMAGED, "weight-of-words", "damaged-at-pickup");
        fewer(both);
        transaction.executeWithoutResult(status -> calledOff.whole(
                community(),
                gone,
                AdjustmentKind.RETURNED,
                new OrderChange(cycle.led().leader(), "never-collected")));

        assertThat(owed.ofCycle(community(), cycle.id()).debts())
                .extracting(
                        it -> it.to().door() + " " + it.why() + " " + it.to().amount())
                .containsExactly(
                        "3-502 SHORT ¥59.90", "3-502 WEIGHT ¥4.20", "3-502 COMPLAINT ¥4.20", "12-101 UNCLAIMED ¥80.00");
    }

    @Test
    void andNobodyElseIs() {
        order("3", "502", 2);

        assertThat(owed.ofCycle(community(), cycle.id()).isNothing()).isTrue();
    }

    private void fewer(OrderId order) {
        var keep = new LineKeep(AdjustmentKind.SHORT, "荔枝", "每箱四斤", 1, "by-time");
        transaction.executeWithoutResult(status -> calledOff.some(
                community(), order, List.of(keep), new OrderChange(cycle.led().leader(), "by-time"), "s-1"));
    }

    private void allow(OrderId order, AdjustmentKind kind, String key, String cause) {
        transaction.executeWithoutResult(status -> allowances.give(
                community(),
                order,
                new Allowance(kind, "荔枝", "每箱四斤", Money.ofYuan("4.20"), cause, key),
                new OrderChange(cycle.led().leader(), cause)));
    }

    private OrderId order(String building, String room, int melons) {
        return neighbourhood
                .order(cycle, new Wish(building, room, "张三", melons))
                .getFirst()
                .id();
    }

    private tuanju.community.CommunityId community() {
        return cycle.led().community().id();
    }
}
