package tuanju.home;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tuanju.money.Money;
import tuanju.order.OrderChange;
import tuanju.order.OrderKind;
import tuanju.order.PickupTime;
import tuanju.order.aftersale.AdjustmentKind;
import tuanju.order.aftersale.Allowance;
import tuanju.order.aftersale.Allowances;
import tuanju.order.aftersale.CalledOff;
import tuanju.order.book.OrderBook;
import tuanju.order.fulfilment.Handover;
import tuanju.order.life.PlacedOrder;

/** The demo leader hands over the first bags, so that the statement, the scorecard and the desk have something to say. */
@Component
@ConditionalOnProperty("tuanju.demo")
@RequiredArgsConstructor
class DemoHandingOver {

    /** One in so many stays to be handed over by whoever tries the desk. */
    private static final int LEFT_FOR_THE_DESK = 5;

    private static final String CRUSHED = "damaged-at-pickup";

    private static final Duration OPEN = Duration.ofHours(10);

    private final Handover handover;
    private final CalledOff calledOff;
    private final OrderBook book;
    private final Allowances allowances;
    private final TransactionOperations transaction;
    private final Clock clock;

    void most(DemoMorning.Cast cast, List<PlacedOrder> orders) {
        for (int i = 0; i < orders.size(); i++) {
            if (i % LEFT_FOR_THE_DESK != 0) {
                handover.collect(cast.community(), orders.get(i).id(), cast.leader());
            } else {
                bringForward(cast, orders.get(i));
            }
        }
        crushed(cast, orders.get(1));
    }

    /** What stays is for today's desk, which holds nothing of another day. */
    private void bringForward(DemoMorning.Cast cast, PlacedOrder order) {
        var sheet = book.sheet(cast.community(), order.id());
        var source = sheet.source();
        var now = clock.instant();
        if (sheet.kind() != OrderKind.CYCLE && source != null) {
            transaction.executeWithoutResult(status -> calledOff.reschedule(
                    cast.community(), source, sheet.pickupPoint(), new PickupTime(now, now.plus(OPEN))));
        }
    }

    /** One box had a corner pushed in: two yuan go back. */
    private void crushed(DemoMorning.Cast cast, PlacedOrder order) {
        var line = book.sheet(cast.community(), order.id()).lines().getFirst();
        transaction.executeWithoutResult(status -> allowances.give(
                cast.community(),
                order.id(),
                new Allowance(
                        AdjustmentKind.DAMAGED, line.productName(), line.spec(), Money.ofYuan("2.00"), CRUSHED, "demo"),
                new OrderChange(cast.leader(), CRUSHED)));
    }
}
