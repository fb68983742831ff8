package tuanju.points;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.money.Money;
import tuanju.order.OrderClosed;
import tuanju.order.OrderCollected;
import tuanju.order.OrderHandedBack;
import tuanju.order.OrderId;
import tuanju.order.OrderPaid;
import tuanju.order.OrderRefunded;
import tuanju.order.OrderStatus;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderSheet;
import tuanju.payment.KeptMoney;
import tuanju.payment.RefundCompleted;

/** Hears how orders go on, and asks them how they stand: hearing it twice, late or in another order changes nothing. */
@Component
@RequiredArgsConstructor
class PointsNews {

    private static final Set<OrderStatus> HANDED_OVER = EnumSet.of(OrderStatus.COLLECTED, OrderStatus.COMPLETED);

    private final OrderBook orders;
    private final KeptMoney money;
    private final PointsPaying paying;
    private final PointsEarning earning;

    @ApplicationModuleListener
    void on(OrderPaid event) {
        var order = event.order();
        // payments first, as whoever gives back does
        var unused = money.of(order.community(), order.order().value());
        if (paying.paid(order.community(), order.order().value(), order.amount())) {
            reckon(order.community(), order.order().value(), null);
        }
    }

    @ApplicationModuleListener
    void on(OrderClosed event) {
        var order = event.order();
        boolean isClosed = sheet(order.community(), order.order())
                .filter(it -> it.status() == OrderStatus.CLOSED)
                .isPresent();
        if (isClosed) {
            paying.ended(order.community(), order.order().value());
        }
    }

    @ApplicationModuleListener
    void on(OrderRefunded event) {
        reckon(event.order().community(), event.order().order().value(), null);
    }

    @ApplicationModuleListener
    void on(OrderCollected event) {
        reckon(event.order().community(), event.order().order().value(), event.at());
    }

    @ApplicationModuleListener
    void on(OrderHandedBack event) {
        reckon(event.order().community(), event.order().order().value(), null);
    }

    @ApplicationModuleListener
    void on(RefundCompleted event) {
        if (event.ofOrder()) {
            reckon(event.community(), event.order(), null);
        }
    }

    private void reckon(CommunityId community, UUID order, @Nullable Instant handedOver) {
        // refunds of the order wait for this, so that what is reckoned is what stays
        var kept = money.of(community, order).orElse(Money.ZERO);
        var sheet = sheet(community, new OrderId(order)).orElse(null);
        if (sheet != null && sheet.buyer() != null) {
            paying.kept(community, order, sheet.status() == OrderStatus.REFUNDED ? Money.ZERO : kept);
            boolean counts = HANDED_OVER.contains(sheet.status());
            earning.settle(
                    new Owner(community, sheet.buyer()),
                    new PointsEarning.Reckoned(order, sheet.placedAt(), counts ? kept : Money.ZERO, handedOver));
        }
    }

    /** Empty for an order that an older release told of and that is not here. */
    private Optional<OrderSheet> sheet(CommunityId community, OrderId order) {
        return orders.sheetsOf(community, List.of(order)).stream().findFirst();
    }
}
