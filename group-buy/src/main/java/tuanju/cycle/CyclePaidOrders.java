package tuanju.cycle;

import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.order.OrderKind;
import tuanju.order.PaidOrder;
import tuanju.order.PaidOrderTaker;

/**
 * Cycle orders are confirmed once paid. An order placed before the cut-off may be paid after it, as long as it was still
 * payable: the goods were kept for it. One that had been closed before its money came goes back.
 */
@Component
@RequiredArgsConstructor
class CyclePaidOrders implements PaidOrderTaker {

    private final CycleProducts products;
    private final JdbcClient jdbc;

    @Override
    public OrderKind kind() {
        return OrderKind.CYCLE;
    }

    @Override
    public Place take(PaidOrder order) {
        if (order.reopened() || !wasPlacedInTime(order)) {
            return Place.NONE;
        }
        return Place.CONFIRMED;
    }

    @Override
    public void release(PaidOrder order) {
        products.release(order.community(), order.id().value());
    }

    /** Against the cut-off that counted then: a leader who closes early does not undo orders already placed. */
    private boolean wasPlacedInTime(PaidOrder order) {
        return jdbc.sql("""
                                select 1 from order_cycle
                                where community_id = :community and id = :cycle and opens <= :placed and :placed <= cut_off
                                """)
                .param("community", order.community().value())
                .param("cycle", Objects.requireNonNull(order.source()))
                .param("placed", java.sql.Timestamp.from(order.placedAt()))
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
