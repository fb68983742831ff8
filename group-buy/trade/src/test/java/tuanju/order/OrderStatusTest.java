package tuanju.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OrderStatusTest {

    @Test
    void anOrderIsPaidThenConfirmedThenCollectedThenCompleted() {
        assertThat(OrderStatus.PLACED.canBecome(OrderStatus.PAID)).isTrue();
        assertThat(OrderStatus.PAID.canBecome(OrderStatus.CONFIRMED)).isTrue();
        assertThat(OrderStatus.CONFIRMED.canBecome(OrderStatus.COLLECTED)).isTrue();
        assertThat(OrderStatus.COLLECTED.canBecome(OrderStatus.COMPLETED)).isTrue();
    }

    @Test
    void whatIsPaidHereIsNeverClosedAndWhatIsRefundedStaysSo() {
        assertThat(Arrays.stream(OrderStatus.values()).filter(it -> it.canBecome(OrderStatus.CLOSED)))
                // a confirmed order only as an import, which the table itself sees to
                .containsExactly(OrderStatus.PLACED, OrderStatus.CONFIRMED);
        assertThat(Arrays.stream(OrderStatus.values()).filter(OrderStatus.REFUNDED::canBecome))
                .isEmpty();
    }

    @Test
    void nothingIsHandedOverThatIsNotConfirmed() {
        assertThat(Arrays.stream(OrderStatus.values()).filter(it -> it.canBecome(OrderStatus.COLLECTED)))
                .containsExactly(OrderStatus.CONFIRMED);
    }

    @Test
    @DisplayName("A closed order comes back only by late money")
    void aClosedOrderComesBackOnlyByLateMoney() {
        assertThat(Arrays.stream(OrderStatus.values()).filter(OrderStatus.CLOSED::canBecome))
                .containsExactly(OrderStatus.PAID);
    }

    @Test
    void goodsAreSetAsideUntilTheyAreHandedOver() {
        assertThat(Arrays.stream(OrderStatus.values()).filter(OrderStatus::holdsGoods))
                .containsExactly(OrderStatus.PLACED, OrderStatus.PAID, OrderStatus.CONFIRMED);
    }
}
