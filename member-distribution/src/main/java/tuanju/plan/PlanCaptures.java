package tuanju.plan;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.memberday.OwnPrices;
import tuanju.payment.Capture;
import tuanju.payment.CaptureTaker;
import tuanju.payment.CaptureTaker.Destination;
import tuanju.plan.Subscription.Status;

/** Money for a plan begins it; a second payment, and one that comes after its time to pay, goes back by itself. */
@Component
@RequiredArgsConstructor
class PlanCaptures implements CaptureTaker.OfTime {

    private final SubscriptionRows rows;
    private final OwnPrices prices;
    private final PlanCoupons coupons;

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Destination> take(Capture capture) {
        return rows.lock(capture.community(), capture.order()).map(it -> take(it, capture));
    }

    private Destination take(Subscription taken, Capture capture) {
        if (!taken.terms().price().equals(capture.amount())) {
            return Destination.EXCEPTION;
        }
        if (taken.status() != Status.PLACED) {
            return Destination.REFUND;
        }
        rows.hold(taken.community(), taken.member());
        if (rows.hasNext(taken.community(), taken.member())) {
            rows.over(taken, Status.CLOSED);
            return Destination.REFUND;
        }
        rows.paid(taken);
        begun(rows.lock(taken.community(), taken.id()).orElseThrow());
        return Destination.ORDER;
    }

    private void begun(Subscription paid) {
        if (paid.terms().hasPrice()) {
            prices.give(new OwnPrices.OwnPrice(
                    paid.community(),
                    paid.id(),
                    paid.member(),
                    paid.terms().less(),
                    paid.leader(),
                    paid.term().starts(),
                    paid.term().ends()));
        }
        if (paid.status() == Status.RUNNING) {
            coupons.give(paid);
        }
    }
}
